namespace NtmServerless.Domain.Classes;

/// <summary>
/// When the lifecycle does what. The plan sets no such dates ("thời gian cụ thể sẽ có thông báo sau", section II.2.2);
/// these are the office's habits, in one place.
/// </summary>
public static class Deadlines
{
    /// <summary>Reminders go out at eight in the morning.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Papers are due at five in the afternoon.</summary>
    public static readonly TimeOnly Evening = new(17, 0);

    /// <summary>The lead unit has two days to say what happens to a class that too few registered for.</summary>
    public static readonly TimeSpan TooFewAnswer = TimeSpan.FromDays(2);

    /// <summary>Missing sheets and photos are asked for every two days.</summary>
    public static readonly TimeSpan EvidenceAgain = TimeSpan.FromDays(2);

    /// <summary>An overdue report is escalated again every week.</summary>
    public static readonly TimeSpan EscalateAgain = TimeSpan.FromDays(7);

    /// <summary>New dates of a postponed class are asked for every two weeks.</summary>
    public static readonly TimeSpan NewDatesAgain = TimeSpan.FromDays(14);

    public const int ReportDays = 5;
    public const int RevisionDays = 3;

    /// <summary>Days that whoever approves a report has for it; after them the report's cycle reminds.</summary>
    public const int ApprovalDays = 3;

    public static DateTimeOffset ReminderThreeDays(TrainingClass c) => VietnamTime.At(c.FirstDay.AddDays(-3), Morning);

    public static DateTimeOffset ReminderOneDay(TrainingClass c) => VietnamTime.At(c.FirstDay.AddDays(-1), Morning);

    /// <summary>Nobody answered: the class goes on, because nobody told the people not to come.</summary>
    public static DateTimeOffset GoesOnAnyway(TrainingClass c)
    {
        DateTimeOffset dayBefore = ReminderOneDay(c);
        DateTimeOffset closes = c.Announced().RegistrationClosesAt;
        return dayBefore > closes ? dayBefore : closes;
    }

    /// <summary>A report is due five days after the last day; a returned one three days after its return; on days off see below.</summary>
    public static DateTimeOffset ReportDue(TrainingClass c) => c.Report.Times?.DueAt ?? VietnamTime.At(ReportDay(c), Evening);

    public static DateTimeOffset ReportReminder(TrainingClass c) => c.Report.Times?.RemindAt ?? ReportDue(c).AddDays(-1);

    /// <summary>
    /// Fixes when the report of a class is due, where the office moves deadlines off days that nobody works: on the next working day, with
    /// the reminder on the working day before it. Fixed when the dates are set or the report is returned, so that what somebody was told stands.
    /// </summary>
    public static ClassOutcome WithReportDue(this ClassOutcome decided, WorkCalendar days)
    {
        TrainingClass c = decided.Class;
        DateOnly due = days.Due(ReportDay(c)), remind = days.MovesDeadlines ? days.WorkingBefore(due) : due.AddDays(-1);
        ClassReportTimes times = new(VietnamTime.At(due, Evening), VietnamTime.At(remind, Evening));
        return decided with { Class = c with { Report = c.Report with { Times = times } } };
    }

    private static DateOnly ReportDay(TrainingClass c) => c.Report is { Stage: ClassReportStage.Returned, ReturnedAt: { } returned }
        ? VietnamTime.DateOf(returned).AddDays(RevisionDays) : c.LastDay.AddDays(ReportDays);

    /// <summary>Signed sheet and photos are there before they are asked for a second time.</summary>
    public static DateTimeOffset EvidenceDue(TrainingClass c) => c.LastEnd + EvidenceAgain;

    /// <summary>A report that came in is approved or returned within three days, counted as those of a revision are.</summary>
    public static DateTimeOffset ApprovalDue(DateTimeOffset cameInAt) => VietnamTime.At(ApprovalDay(cameInAt), Evening);

    /// <inheritdoc cref="ApprovalDue(DateTimeOffset)"/>
    public static DateTimeOffset ApprovalDue(TrainingClass c) => c.Report.Times?.ApprovalDueAt ?? ApprovalDue(c.Report.SubmittedAt!.Value);

    /// <summary>Where <see cref="ApprovalDue(DateTimeOffset)"/> is a day off, the next working day.</summary>
    public static DateTimeOffset ApprovalDue(DateTimeOffset cameInAt, WorkCalendar days) => VietnamTime.At(days.Due(ApprovalDay(cameInAt)), Evening);

    /// <summary>Fixes when a report that came in is to be approved.</summary>
    public static ClassOutcome WithApprovalDue(this ClassOutcome submitted, WorkCalendar days)
    {
        ClassReportState report = submitted.Class.Report;
        if (report.Times is null) return submitted;
        ClassReportTimes times = report.Times with { ApprovalDueAt = ApprovalDue(report.SubmittedAt!.Value, days) };
        return submitted with { Class = submitted.Class with { Report = report with { Times = times } } };
    }

    private static DateOnly ApprovalDay(DateTimeOffset cameInAt) => VietnamTime.DateOf(cameInAt).AddDays(ApprovalDays);

    /// <summary>What the plan wants within a window is due on its last day.</summary>
    public static DateTimeOffset WindowEnd(DateOnly lastDay) => VietnamTime.At(lastDay, Evening);
}
