namespace NtmServerless.Domain.Classes;

/// <summary>What is decided about a class whose hours began, and that did not take place, or not to its end.</summary>
public static class NotHeldDecisions
{
    /// <summary>
    /// Why nobody can say that the class did not take place, <see cref="Rule.ClassStage"/> or <see cref="Rule.SomebodyCame"/>; null while
    /// it goes on or waits for its report, and nobody was marked present or signed.
    /// </summary>
    public static Refusal? WhyNotCalledNotHeld(TrainingClass c) =>
        c.WhyNotIn(ClassStage.Holding, ClassStage.Reporting) ?? (HoldingFacts.SomebodyCame(c) ? CameRefusal(c) : null);

    /// <summary>The class did not take place: it waits for new dates, or is off. What was filed for it does not stand any more.</summary>
    /// <param name="newDates">It is to be held on other days.</param>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNotCalledNotHeld"/> says.</exception>
    public static ClassOutcome CallNotHeld(TrainingClass c, string reason, bool newDates, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotCalledNotHeld(c));
        TrainingClass left = c.MoveTo(newDates ? ClassStage.Postponed : ClassStage.Cancelled) with
        {
            Reason = reason,
            NotHeld = true,
            SessionCounts = [],
            Report = new ClassReportState { Revision = c.Report.Revision },
        };
        // What it catches up is all of it, unless an earlier part of it was held.
        left = newDates ? left with { Trace = c.Trace with { NewDatesAskedAt = now } } : left with { CancelledAt = now };
        return new ClassOutcome(left, new Notice(
            newDates ? NoticeKind.ClassNotHeld : NoticeKind.ClassCancelled, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    /// <summary>
    /// Why a class cannot end with the sessions that were held, <see cref="Rule.ClassStage"/> or <see cref="Rule.MarksMissing"/>; null when
    /// it was interrupted and somebody had come.
    /// </summary>
    public static Refusal? WhyNotEndedEarly(TrainingClass c)
    {
        if (c.WhyNotIn(ClassStage.Postponed) is { } refusal) return refusal;
        if (!c.Interrupted || c.HeldSessions == 0) return new Refusal(Rule.ClassStage, ("stage", c.Stage), ("wanted", ClassStage.Reporting));
        return HoldingFacts.SomebodyCame(c) ? null : new Refusal(Rule.MarksMissing);
    }

    /// <summary>An interrupted class that catches nothing up: the sessions that were held are all it had, and its report is due.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNotEndedEarly"/> says.</exception>
    public static ClassOutcome EndEarly(TrainingClass c, string reason, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotEndedEarly(c));
        TrainingClass ended = c.MoveTo(ClassStage.Reporting) with
        {
            Reason = reason,
            Sessions = [.. c.Sessions.Take(c.HeldSessions)],
            HeldSessions = 0,
            Interrupted = false,
            // The last day is another one: what was reckoned from it does not hold.
            Report = c.Report with { Times = null },
            Trace = c.Trace with { ReportAskedAt = now },
        };
        return new ClassOutcome(ended, new Notice(NoticeKind.ClassEndedEarly, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    /// <summary>Refuses to call off what people have attended.</summary>
    internal static Refusal CameRefusal(TrainingClass c) => new(Rule.SomebodyCame,
        ("present", c.SessionCounts.Select(s => s.Total).DefaultIfEmpty().Max()), ("sheets", c.Evidence.SignedSheets));
}
