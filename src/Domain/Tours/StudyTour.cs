namespace NtmServerless.Domain.Tours;

/// <summary>A study tour (đoàn tham quan, học tập kinh nghiệm; plan, section II.2.1: 30 to 35 members, quarter III).</summary>
public sealed record StudyTour
{
    public required TourId Id { get; init; }
    public required PlanId PlanId { get; init; }
    public required string PlannedTourId { get; init; }
    public required string LeadUnitId { get; init; }

    /// <summary>How the lead went from unit to unit, oldest first; empty while the one that the plan names has it.</summary>
    public IReadOnlyList<LeadTransfer> LeadTransfers { get; init; } = [];

    /// <summary>Dates that were chosen in spite of warnings, oldest first.</summary>
    public IReadOnlyList<DateChoice> DateChoices { get; init; } = [];
    public required int MinimumMembers { get; init; }
    public required int MaximumMembers { get; init; }
    public TourStage Stage { get; init; } = TourStage.Planned;
    public string? Destination { get; init; }
    public DateOnly? DepartsOn { get; init; }
    public DateOnly? ReturnsOn { get; init; }

    /// <summary>Units name their members until then (UTC).</summary>
    public DateTimeOffset? NominationsCloseAt { get; init; }
    public int Members { get; init; }
    public int Travelled { get; init; }
    public string? Reason { get; init; }
    public TourReport? Report { get; init; }
    public DateTimeOffset? MembersAskedAt { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When its report is due; null where the dates were set before this was kept.</summary>
    public DateTimeOffset? ReportDueAt { get; init; }
    public DateTimeOffset? ReportAskedAt { get; init; }
    public DateTimeOffset? ReportEscalatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    // Of a tour that was announced, which gives it all three.
    internal DateOnly FirstDay => DepartsOn ?? throw NotAnnounced();

    internal DateOnly LastDay => ReturnsOn ?? throw NotAnnounced();

    internal DateTimeOffset NominationsClose => NominationsCloseAt ?? throw NotAnnounced();

    internal DateTimeOffset Departure => VietnamTime.StartOf(FirstDay);

    internal DateTimeOffset Return => VietnamTime.StartOf(LastDay.AddDays(1));

    private InvalidOperationException NotAnnounced() => new($"Tour {Id} was not announced.");
}

/// <summary>What the lead unit files after the tour. Amounts in đồng.</summary>
public sealed record TourReport(
    [property: Personal(PersonalDatum.ReportText)] string Results, IReadOnlyList<Spending> Spent, string ByUnitId, DateTimeOffset FiledAt);
