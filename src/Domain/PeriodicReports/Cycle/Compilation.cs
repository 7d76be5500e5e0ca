namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>Everything that a compilation adds up.</summary>
/// <param name="Before">The period of the same kind before, as published.</param>
/// <param name="RowsSha256">Hash under which the rows behind the figures are kept.</param>
public sealed record Compilation(
    ReportFigures Figures, ReportFigures YearSoFar, ReportFigures? Before, ReportCorrections Corrections, IReadOnlyList<StatedByUnit> Stated,
        string? RowsSha256)
{
    public IReadOnlyList<ChainCorrections> OtherChains { get; init; } = [];

    /// <summary>Every earlier plan that could be carried, also where there is nothing: the report has then said so.</summary>
    public IReadOnlyList<CarriedFigures> Carried { get; init; } = [];

    /// <summary>
    /// What a report says, from its sums. A later report that is closed counted on its figures: these are published, whatever is
    /// written anew around them.
    /// </summary>
    /// <param name="carried">Of the plans that it carries.</param>
    public static Compilation Of(
        PeriodicReport report, ReportSums sums, IReadOnlyList<ReportSums> carried, ReportFigures? before, IReadOnlyList<StatedByUnit> stated,
            string? rowsSha256) =>
        Published(report, sums) is { } published
            ? new(published, report.YearSoFar ?? published, report.Before, Anew(report.Corrections, sums.Corrections), stated, report.RowsSha256)
            {
                OtherChains = [.. report.OtherChains.Select(c => Anew(c, sums.OtherChains))],
                Carried = [.. report.Carried.Select(c => Anew(c, carried))],
            }
            : new(sums.Figures, sums.YearSoFar, before, sums.Corrections, stated, rowsSha256)
            {
                OtherChains = sums.OtherChains,
                Carried = [.. carried.Select(CarriedFigures.Of)],
            };

    /// <summary>The figures that a closed report counted on; null: they may still change.</summary>
    public static ReportFigures? Published(PeriodicReport report, ReportSums sums) => sums.IsFollowed ? report.Figures : null;

    // The lines stay; that the chain was looked at again is noted.
    private static ReportCorrections Anew(ReportCorrections? kept, ReportCorrections now) =>
        (kept ?? ReportCorrections.None) with { AgainstCompilation = now.AgainstCompilation };

    private static ChainCorrections Anew(ChainCorrections kept, IReadOnlyList<ChainCorrections> now) =>
        now.FirstOrDefault(c => c.Kind == kept.Kind) is { } chain ? kept with { Corrections = Anew(kept.Corrections, chain.Corrections) } : kept;

    private static CarriedFigures Anew(CarriedFigures kept, IReadOnlyList<ReportSums> now) => now.FirstOrDefault(s => s.Plan.Id == kept.PlanId) is { } sums
        ? kept with { Corrections = Anew(kept.Corrections, sums.Corrections), OtherChains = [.. kept.OtherChains.Select(c => Anew(c, sums.OtherChains))] }
        : kept;
}
