namespace NtmServerless.Domain.Progress;

/// <summary>One quarter as the reports cut it (15th of the month before to the 14th of its last month).</summary>
/// <param name="Planned">Classes that the plan allows in this calendar quarter; a window over two quarters counts in both.</param>
/// <param name="Scheduled">Classes whose last day lies in it, held or still to come, declared ones included.</param>
/// <param name="Held">Of these, how many were held, approved or not.</param>
/// <param name="Approved">Classes that the quarter's report counts: their reports were approved in it.</param>
/// <param name="Seats">Seats of the scheduled classes.</param>
/// <param name="Attended">People in the quarter's report: those of class reports that were approved in it.</param>
public sealed record QuarterProgress(ReportingPeriod Period, int Planned, int Scheduled, int Held, int Approved, int Seats, int Attended)
{
    /// <summary>The four quarters, and what came after them where anything did.</summary>
    internal static IReadOnlyList<QuarterProgress> Of(Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<DeclaredClass> declared)
    {
        ReportingPeriods periods = ReportingPeriods.Of(plan);
        QuarterProgress rest = Of(plan, periods.RestOf(plan.Year), classes, declared, 0);
        IEnumerable<QuarterProgress> quarters = Enumerable.Range(1, 4).Select(q =>
        {
            DateWindow calendar = DateWindow.Quarters(plan.Year, q, q);
            return Of(plan, periods.Quarter(plan.Year, q), classes, declared,
                plan.Streams.Where(s => s.Window is { } w && w.From <= calendar.To && calendar.From <= w.To).Sum(s => s.ClassCount ?? 0));
        });
        return [.. rest.Scheduled + rest.Approved > 0 ? quarters.Append(rest) : quarters];
    }

    private static QuarterProgress Of(
        Plan plan, ReportingPeriod period, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<DeclaredClass> declared, int planned)
    {
        ReportFigures report = ReportFigures.Of(new FigureSums(plan, period), classes, [], [], declared);
        TrainingClass[] scheduled = [.. classes.Where(c => ProgressFigures.HasDates(c) && period.Contains(c.LastDay))];
        int said = declared.Count(d => period.Contains(d.LastDay));
        return new QuarterProgress(
            period, planned, scheduled.Length + said, scheduled.Count(HoldingFacts.IsHeld) + said, report.ClassesHeld,
            scheduled.Sum(c => c.Seats.Capacity), report.Attended);
    }
}
