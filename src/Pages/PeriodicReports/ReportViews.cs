namespace NtmServerless.Pages.PeriodicReports;

/// <summary>The reports of a plan, filtered.</summary>
/// <param name="Missed">Periods that are over and have no report: offered for making.</param>
public sealed record ReportsView(
    Plan Plan, PeriodKind? Kind, ReportStage? Stage, string? Words, Slice<PeriodicReport> Reports, IReadOnlyList<ReportingPeriod> Missed, bool MayAsk);

/// <summary>The form that asks for a report on any span.</summary>
/// <param name="First">First day of the plan's year.</param>
/// <param name="Yesterday">The last day that is over.</param>
public sealed record ReportAsk(Plan Plan, DateOnly First, DateOnly Yesterday);
