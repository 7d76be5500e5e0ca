namespace NtmServerless.Pages.Progress;

/// <summary>How far a plan year has come.</summary>
/// <param name="Year">Null before any plan was loaded.</param>
public sealed record ProgressView(ListPaths Lists, YearNow? Year);

/// <summary>A plan year as it stands at a moment.</summary>
public sealed record YearNow(Plan Plan, ProgressFigures Figures, ProgressPace Pace, YearCalendar Calendar);
