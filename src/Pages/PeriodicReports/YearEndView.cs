namespace NtmServerless.Pages.PeriodicReports;

/// <summary>The end of a plan's year.</summary>
/// <param name="Items">What is in no report yet, set aside or not.</param>
public sealed record YearEndView(Plan Plan, IReadOnlyList<YearEndItem> Items, YearEndKept Kept, DateOnly Today)
{
    /// <summary>By id, as the items name them.</summary>
    public IReadOnlyDictionary<string, TrainingClass> Classes { get; init; } = new Dictionary<string, TrainingClass>();

    /// <inheritdoc cref="Classes"/>
    public IReadOnlyDictionary<string, StudyTour> Tours { get; init; } = new Dictionary<string, StudyTour>();

    /// <inheritdoc cref="Classes"/>
    public IReadOnlyDictionary<string, DeclaredClass> Declared { get; init; } = new Dictionary<string, DeclaredClass>();

    /// <inheritdoc cref="Classes"/>
    public IReadOnlyDictionary<string, PeriodicReport> Reports { get; init; } = new Dictionary<string, PeriodicReport>();

    /// <summary>Plans of the year after, as far as their days are also this plan's.</summary>
    public IReadOnlyList<PlanBeside> Beside { get; init; } = [];

    /// <summary>The plan of the year after; null: there is none yet.</summary>
    public Plan? Next { get; init; }

    /// <summary>Why no supplement can be made now; null when one can.</summary>
    public Refusal? NoSupplement { get; init; }

    public bool MayAct { get; init; }

    /// <summary>Whether it can still be chosen where late things count.</summary>
    public bool MayChoose { get; init; }

    public YearEndAside? AsideOf(YearEndItem item) => Kept.Aside.FirstOrDefault(a => a.Key == item.Key);

    /// <summary>What stands between the year and its end.</summary>
    public IReadOnlyList<YearEndItem> Open => [.. Items.Where(i => AsideOf(i) is null)];

    public bool IsOver => Today >= ReportingPeriods.Of(Plan).AfterYear(Plan.Year);
}
