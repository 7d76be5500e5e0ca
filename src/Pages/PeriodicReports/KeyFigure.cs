namespace NtmServerless.Pages.PeriodicReports;

/// <summary>One of the few numbers that say what a report is about.</summary>
/// <param name="Before">The same of the period before; null: there is none.</param>
/// <param name="Year">The same since the plan year began; null where the period is the year.</param>
/// <param name="Planned">What the plan orders for the year; null: nothing.</param>
public sealed record KeyFigure(string Name, long Value, string? Unit, long? Before, long? Year, long? Planned = null)
{
    // Money is read in millions.
    private const int Million = 1_000_000;

    /// <summary>The five of a compiled report: classes, people, women, communication work, money.</summary>
    public static IReadOnlyList<KeyFigure> Of(PeriodicReport report, VietnameseTexts texts)
    {
        if (report is not { Figures: { } figures, YearSoFar: { } soFar }) return [];
        bool showsYear = report.Period.Kind != PeriodKind.Year;
        int planned = soFar.Streams.Sum(s => s.ClassesPlanned ?? 0), seats = soFar.Streams.Sum(s => s.SeatsPlanned ?? 0);
        return
        [
            Of("report.key-classes", null, f => f.HeldAsOrdered, planned), Of("report.key-people", null, f => f.AttendedAsOrdered, seats),
            Of("report.key-women", null, f => f.Streams.Where(s => s.IsOrdered).Sum(s => s.Women)),
            Of("report.key-communication", "report.times", f => f.CommunicationByChannel.Values.Sum()),
            Of("report.key-spent", "report.million", f => (f.Spent.Values.Sum() + Million / 2) / Million),
        ];

        KeyFigure Of(string name, string? unit, Func<ReportFigures, long> figure, int orders = 0) => new(
            texts[name], figure(figures), unit is null ? null : texts[unit], report.Before is { } before ? figure(before) : null,
            showsYear ? figure(soFar) : null, orders > 0 ? orders : null);
    }
}
