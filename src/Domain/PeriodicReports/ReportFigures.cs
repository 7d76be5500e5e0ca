namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What falls into one quarter of the plan year. Money in đồng.</summary>
public sealed record QuarterFigures(int Number, int ClassesHeld, int ClassesClosed, int Attended, int Women, int Communication, int ToursHeld, long Spent);

/// <summary>One commune: classes held there, its people in any class, the classes it ran of its own accord, its communication work.</summary>
/// <param name="OwnClasses">Classes of streams that the plan gives no number for, led by the commune.</param>
public sealed record CommuneFigures(string UnitId, int ClassesHosted, int Attended, int OwnClasses, int OwnAttended, int Communication);

/// <summary>Everything a periodic report counts within a span of dates. Money in đồng.</summary>
/// <param name="ReportsMissing">Classes held by the end of the span whose report is not approved by then; before <see cref="CountedOn"/>, of those
/// held in the span.</param>
public sealed record ReportFigures(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<StreamFigures> Streams,
    IReadOnlyDictionary<string, int> AttendedByUnit,
    IReadOnlyDictionary<string, int> AttendedByAudience,
    IReadOnlyDictionary<string, int> AttendedByEthnicGroup,
    IReadOnlyDictionary<string, int> CommunicationByChannel,
    IReadOnlyDictionary<string, int> CommunicationByUnit,
    int ToursHeld,
    int TourMembers,
    IReadOnlyDictionary<string, long> Spent,
    int ClassesCancelled,
    int ReportsMissing)
{
    /// <summary>By <see cref="People.Sex"/>; empty in reports compiled before it was counted.</summary>
    public IReadOnlyDictionary<string, int> AttendedBySex { get; init; } = new Dictionary<string, int>();

    /// <summary>The quarters that the span touches.</summary>
    public IReadOnlyList<QuarterFigures> Quarters { get; init; } = [];

    /// <summary>Communes with anything to count, in the plan's order.</summary>
    public IReadOnlyList<CommuneFigures> Communes { get; init; } = [];

    /// <summary>The same money by budget year, the earliest first; empty in reports of before it was counted.</summary>
    public IReadOnlyList<BudgetYearFigures> BudgetYears { get; init; } = [];

    /// <summary>False in reports of before a class counted when its report is approved.</summary>
    public bool CountsByApproval => Streams.All(s => s.AwaitingApproval is not null);

    public int ClassesHeld => Streams.Sum(s => s.ClassesHeld);

    /// <summary>Classes that are counted as units declared them.</summary>
    public int Declared => Streams.Sum(s => s.Declared);

    public int Attended => Streams.Sum(s => s.Attended);

    /// <summary>Held classes that the plan ordered; communes' own classes are shown apart.</summary>
    public int HeldAsOrdered => Streams.Where(s => s.IsOrdered).Sum(s => s.ClassesHeld);

    public int AttendedAsOrdered => Streams.Where(s => s.IsOrdered).Sum(s => s.Attended);

    /// <summary>Everything held by the end of the span, approved or not.</summary>
    public int HeldInAll => Streams.Sum(s => s.HeldInAll);

    /// <summary>Adds up summary rows that are in memory; <see cref="FigureSums"/> takes them one by one.</summary>
    public static ReportFigures Of(FigureSums sums, IEnumerable<TrainingClass> classes, IEnumerable<CommunicationDay> days, IEnumerable<StudyTour> tours,
        IEnumerable<DeclaredClass>? declared = null)
    {
        foreach (TrainingClass c in classes) sums.Add(c);
        foreach (CommunicationDay day in days) sums.Add(day);
        foreach (StudyTour tour in tours) sums.Add(tour);
        foreach (DeclaredClass d in declared ?? []) sums.Add(d);
        return sums.ToFigures();
    }
}
