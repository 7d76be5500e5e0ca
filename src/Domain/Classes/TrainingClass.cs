namespace NtmServerless.Domain.Classes;

/// <summary>
/// One class of a training stream: everything that lists, reports and the lifecycle need, and nothing personal.
/// It is the head of the class's records; each change of any of them goes through it.
/// </summary>
public sealed record TrainingClass
{
    public required ClassId Id { get; init; }
    public required PlanId PlanId { get; init; }
    public required string StreamId { get; init; }

    /// <summary>Number of the class within its stream, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the class within the whole plan, from 1: by it people call the class. 0: founded before classes had one.</summary>
    public int NumberInPlan { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> TopicIds { get; init; } = [];
    public required string LeadUnitId { get; init; }

    /// <summary>How the lead went from unit to unit, oldest first; empty while the one that the plan names has it.</summary>
    public IReadOnlyList<LeadTransfer> LeadTransfers { get; init; } = [];

    /// <summary>The commune at which the class is held.</summary>
    public required string HostUnitId { get; init; }
    public IReadOnlyList<string> PartnerUnitIds { get; init; } = [];

    /// <summary>Who may attend; empty where the plan leaves it open: then everybody.</summary>
    public IReadOnlyList<Plans.Audience> Audiences { get; init; } = [];
    public IReadOnlyList<PriorityPlace> PriorityPlaces { get; init; } = [];

    public ClassStage Stage { get; init; } = ClassStage.Planned;
    public Announcement? Announcement { get; init; }
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Dates that were chosen in spite of warnings, oldest first.</summary>
    public IReadOnlyList<DateChoice> DateChoices { get; init; } = [];
    public required Seats Seats { get; init; }

    /// <summary>Fewer people than this at the close of registration: the lead unit is asked what to do. As it was set: see <see cref="Least"/>.</summary>
    public required int Minimum { get; init; }

    public ClassTrace Trace { get; init; } = new();
    public IReadOnlyList<SessionCount> SessionCounts { get; init; } = [];
    public EvidenceState Evidence { get; init; } = new();
    public ClassReportState Report { get; init; } = new();

    /// <summary>Set when the class is closed, and fixed from then on.</summary>
    public ClassFigures? Figures { get; init; }

    /// <summary>Why it was postponed or cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was called off (UTC): the period in whose report that counts.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether it was interrupted while it was held, so that only remaining sessions are caught up.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Sessions that were over when the class was interrupted.</summary>
    public int HeldSessions { get; init; }

    /// <summary>How many times it got new dates.</summary>
    public int TimesPostponed { get; init; }

    /// <summary>It was to be held on days that are over, and was not: it is off for good, or waits for other days.</summary>
    public bool NotHeld { get; init; }

    /// <summary>What its people were to be told and have not all been, oldest first.</summary>
    public IReadOnlyList<OpenTelling> Untold { get; init; } = [];

    /// <summary>When the personal data of its registrations was removed.</summary>
    public DateTimeOffset? AnonymisedAt { get; init; }

    /// <summary>The <see cref="PersonKey.Rule"/> by which its people are kept apart; less in a folder of before: then they are keyed anew.</summary>
    public int PersonKeys { get; init; }

    /// <summary>Sequence number of the next registration: the order of acceptance, without gaps.</summary>
    public int NextSequence { get; init; } = 1;

    /// <summary>Start of the first session still to be held: what invitations and reminders are about.</summary>
    public DateTimeOffset FirstStart => Sessions[HeldSessions].StartsAt;
    public DateTimeOffset LastEnd => Sessions[^1].EndsAt;
    public DateOnly FirstDay => VietnamTime.DateOf(FirstStart);
    public DateOnly LastDay => VietnamTime.DateOf(LastEnd);

    /// <summary>The minimum that counts: a class of few seats needs no more than these, and of more seats again as many as were set.</summary>
    public int Least() => Math.Min(Minimum, Seats.Capacity);

    /// <summary>The day by which people know the class: of its first session, also while it is put off; null before it was announced.</summary>
    public DateOnly? KnownDay => Sessions.Count == 0 ? null : VietnamTime.DateOf(Sessions[0].StartsAt);

    /// <summary>The announcement of a class in a stage that has one. A method, because what is a property is kept in the record.</summary>
    /// <exception cref="InvalidOperationException">It was never announced.</exception>
    public Announcement Announced() => Announcement ?? throw new InvalidOperationException($"Class {Id} was not announced.");
}
