namespace NtmServerless.Pages.Home;

/// <summary>What waits for the officer who is signed in, and what comes next.</summary>
/// <param name="Plan">Null before any plan was loaded; then nothing waits.</param>
/// <param name="Year">How far the year has come; without communication, of which the page says nothing.</param>
/// <param name="Steps">What a new office still has to do; null: nothing, or it is not this officer's.</param>
public sealed record HomeView(
    Plan? Plan,
    IReadOnlyList<AgendaItem> Items,
    IReadOnlyList<ComingUp> Coming,
    IReadOnlyList<TrainingClass> Classes,
    IReadOnlyList<StudyTour> Tours,
    IReadOnlyList<PeriodicReport> Reports,
    IReadOnlyList<DeclaredClass> Declared,
    ProgressFigures Year,
    FirstStepsView? Steps = null)
{
    /// <summary>Last year's plan, while it is not closed and something of it waits for this officer; null otherwise.</summary>
    public EarlierYear? Earlier { get; init; }

    /// <summary>Before any plan was loaded.</summary>
    public static readonly HomeView Empty = new(null, [], [], [], [], [], [], null!);
}

/// <summary>What last year's plan still waits for.</summary>
/// <param name="MayClose">Whoever looks compiles its reports, and so closes the year.</param>
public sealed record EarlierYear(Plan Plan, int Duties, bool MayClose);
