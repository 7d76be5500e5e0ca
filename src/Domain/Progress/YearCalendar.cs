namespace NtmServerless.Domain.Progress;

/// <summary>The classes of a plan year that have dates, by the month of the calendar in which they begin.</summary>
/// <param name="Months">January to December.</param>
public sealed record YearCalendar(IReadOnlyList<IReadOnlyList<DatedClass>> Months)
{
    public IEnumerable<DatedClass> All => Months.SelectMany(m => m);

    public static YearCalendar Of(Plan plan, IEnumerable<TrainingClass> classes, DateTimeOffset now)
    {
        ILookup<int, DatedClass> months = classes.Where(ProgressFigures.HasDates).OrderBy(FirstDay).ThenBy(c => c.NumberInPlan).ThenBy(c => c.Number)
            .ToLookup(c => MonthOf(plan, FirstDay(c)), c => new DatedClass(c, MarkOf(c, now)));
        return new YearCalendar([.. Enumerable.Range(1, 12).Select(m => (IReadOnlyList<DatedClass>)[.. months[m]])]);
    }

    /// <summary>How a class that has dates stands.</summary>
    public static ClassMark MarkOf(TrainingClass c, DateTimeOffset now) => c.Stage switch
    {
        ClassStage.Closed => ClassMark.Closed,
        ClassStage.Reporting when HoldingFacts.IsUnconfirmed(c) => ClassMark.Unconfirmed,
        ClassStage.Reporting => IsLate(c, now) ? ClassMark.Late : ClassMark.Reporting,
        ClassStage.Holding => ClassMark.Holding,
        ClassStage.Registering => ClassMark.Registering,
        _ => ClassMark.ToCome,
    };

    // A report that was handed in waits for others; attendance that nobody took is missing all the same.
    private static bool IsLate(TrainingClass c, DateTimeOffset now) =>
        c.Sessions.Any(s => c.SessionCounts.All(n => n.Session != s.Number)) || c.Report.Stage != ClassReportStage.Submitted && Deadlines.ReportDue(c) < now;

    private static DateOnly FirstDay(TrainingClass c) => VietnamTime.DateOf(c.Sessions[0].StartsAt);

    // The year of the reports begins before the calendar's.
    private static int MonthOf(Plan plan, DateOnly day) => day.Year < plan.Year ? 1 : day.Year > plan.Year ? 12 : day.Month;
}

/// <summary>A class that has dates, and how it stands.</summary>
public sealed record DatedClass(TrainingClass Class, ClassMark Mark);
