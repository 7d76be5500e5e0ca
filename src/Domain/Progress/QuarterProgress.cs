namespace NtmServerless.Domain.Progress;

/// <summary>One quarter as the reports cut it (15th of the month before to the 14th of its last month).</summary>
/// <param name="Planned">Classes that the plan allows in this calendar quarter; a window over two quarters counts in both.</param>
/// <param name="Scheduled">Classes whose last day lies in it, held or still to come.</param>
/// <param name="Held">Of these, how many were held; the same as in the quarter's report.</param>
/// <param name="Seats">Seats of the scheduled classes.</param>
/// <param name="Attended">People in the quarter's report: those of class reports that were approved in it.</param>
public sealed record QuarterProgress(ReportingPeriod Period, int Planned, int Scheduled, int Held, int Seats, int Attended)
{
    internal static QuarterProgress Of(Plan plan, int number, IReadOnlyCollection<TrainingClass> classes)
    {
        ReportingPeriod period = ReportingPeriods.Of(plan).Quarter(plan.Year, number);
        DateWindow calendar = DateWindow.Quarters(plan.Year, number, number);
        ReportFigures report = ReportFigures.Of(plan, period.From, period.To, classes, [], []);
        TrainingClass[] scheduled = [.. classes.Where(c => ProgressFigures.HasDates(c) && period.Contains(c.LastDay))];
        return new QuarterProgress(
            period,
            plan.Streams.Where(s => s.Window is { } w && w.From <= calendar.To && calendar.From <= w.To).Sum(s => s.ClassCount ?? 0),
            scheduled.Length, report.ClassesHeld, scheduled.Sum(c => c.Seats.Capacity), report.Attended);
    }
}
