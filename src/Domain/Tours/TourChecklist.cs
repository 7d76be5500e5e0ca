namespace NtmServerless.Domain.Tours;

/// <summary>A step of a tour's life that happens by itself when its time has come.</summary>
public enum TourStep
{
    CloseNominations,
    AskForMembers,
    RemindMembers,
    Depart,
    Return,
    AskForReport,
    EscalateReport,
}

/// <summary>What comes next in the life of a study tour, and when.</summary>
public static class TourChecklist
{
    /// <summary>The step that is due first; null while the tour waits for people (or is over).</summary>
    public static TourErrand? Next(StudyTour t) => Open(t).MinBy(e => (e.DueAt, e.Step));

    private static IEnumerable<TourErrand> Open(StudyTour t) => t.Stage switch
    {
        TourStage.Announced when t.Members >= t.MinimumMembers => [new(TourStep.CloseNominations, t.NominationsClose)],
        // Too few members: asked for once; then the tour waits for them, or for the lead unit to postpone it.
        TourStage.Announced when t.MembersAskedAt is null => [new(TourStep.AskForMembers, t.NominationsClose)],
        TourStage.Confirmed when t.RemindedAt is null => [new(TourStep.RemindMembers, Reminder(t)), new(TourStep.Depart, t.Departure)],
        TourStage.Confirmed => [new(TourStep.Depart, t.Departure)],
        TourStage.Travelling => [new(TourStep.Return, t.Return)],
        TourStage.Reporting when t.ReportAskedAt is null => [new(TourStep.AskForReport, t.Return)],
        TourStage.Reporting => [new(TourStep.EscalateReport, t.ReportEscalatedAt is { } last ? last + Deadlines.EscalateAgain : ReportDue(t))],
        _ => [],
    };

    private static DateTimeOffset Reminder(StudyTour t) => VietnamTime.At(t.FirstDay.AddDays(-3), Deadlines.Morning);

    /// <summary>Like a class, a tour is reported on within five days; where the last of them is a day off, see <see cref="TourDating"/>.</summary>
    public static DateTimeOffset ReportDue(StudyTour t) => t.ReportDueAt ?? VietnamTime.At(t.LastDay.AddDays(Deadlines.ReportDays), Deadlines.Evening);
}
