namespace NtmServerless.Domain.Post;

/// <summary>One message to one address. It holds ids; address, name and text are looked up when it is sent.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Stable over all attempts, and unique: source, place of the notice, and target.</summary>
    public required string Id { get; init; }
    public required PlanId PlanId { get; init; }
    public required string Batch { get; init; }

    /// <summary>Place of its notice in the batch.</summary>
    public required int Notice { get; init; }
    public required NoticeKind Kind { get; init; }
    public required PostSubject About { get; init; }
    public required MessageChannel Channel { get; init; }

    /// <summary>The unit that is told; null where it is a participant.</summary>
    public string? UnitId { get; init; }

    /// <summary>Which of the unit's addresses, so that a corrected one is used the next time.</summary>
    public int AddressNumber { get; init; }

    /// <summary>Code of the registration whose person is told; null where it is a unit.</summary>
    [Personal(PersonalDatum.Letter)]
    public string? Registration { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public MessageState State { get; init; } = MessageState.Waiting;

    /// <summary>Attempts since it was posted or sent again.</summary>
    public int Attempts { get; init; }

    /// <summary>Attempts before an officer had it sent again.</summary>
    public int EarlierAttempts { get; init; }

    /// <summary>When it is tried next (UTC).</summary>
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? AttemptedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>It may have arrived twice: an attempt ended between the server's acceptance and our record of it.</summary>
    public bool Uncertain { get; init; }

    /// <summary>The words of the server, or ours, on the last attempt that did not succeed.</summary>
    [Personal(PersonalDatum.Letter)]
    public string? LastError { get; init; }

    /// <summary>Whether it is still to be sent.</summary>
    public bool IsOpen => State is MessageState.Waiting or MessageState.Sending;

    /// <summary>Whether it names a day ("tomorrow", "in three days") and that day is past.</summary>
    public bool IsPast(DateTimeOffset now) =>
        Kind is NoticeKind.ReminderThreeDays or NoticeKind.ReminderOneDay && VietnamTime.DateOf(now) > VietnamTime.DateOf(PostedAt);

    /// <summary>When its next attempt is due; null when there is none. One found in Sending lost its process: it is due now.</summary>
    public DateTimeOffset? NextAt => State switch
    {
        MessageState.Waiting => DueAt ?? PostedAt,
        MessageState.Sending => AttemptedAt ?? PostedAt,
        _ => null,
    };
}
