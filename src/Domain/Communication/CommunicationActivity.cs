namespace NtmServerless.Domain.Communication;

/// <summary>Communication work that a unit did: news items, broadcasts, posters (plan, section II.2.1).</summary>
/// <param name="Count">How many of it, 1 to 10,000: three broadcasts of one text on a day are one line with count 3.</param>
public sealed record CommunicationActivity(
    string Id, string UnitId, CommunicationChannel Channel, DateOnly Date, string Subject, int Count, string? Note, DateTimeOffset LoggedAt)
{
    /// <summary>Id of what looks the same in the log of the plan beside it, and is other work, as the unit says; null: nothing did.</summary>
    public string? OtherThanId { get; init; }

    /// <summary>Why it does not count any more; null while it does.</summary>
    public StrikeOut? StruckOut { get; init; }

    /// <summary>Takes back a wrong entry; it stays to be read and counts no more.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ActivityStruckOut"/> when it was taken back before.</exception>
    public CommunicationActivity Strike(string reason, string byUnitId, DateTimeOffset now) => StruckOut is null
        ? this with { StruckOut = new StrikeOut(reason, byUnitId, now) }
        : throw new RuleBrokenException(Rule.ActivityStruckOut);
}

/// <summary>Who took an entry back, when, and why.</summary>
public sealed record StrikeOut(string Reason, string ByUnitId, DateTimeOffset At);
