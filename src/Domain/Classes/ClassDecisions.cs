namespace NtmServerless.Domain.Classes;

/// <summary>
/// What officers decide about a class until it is held, each beside the question why not: a page that only wants to know what to
/// offer asks that. Whoever calls <see cref="Waitlist.Promote"/> follows up on free seats.
/// </summary>
public static class ClassDecisions
{
    /// <summary>Why the class cannot be announced for the first time; null when it can.</summary>
    public static Refusal? WhyNotAnnounced(TrainingClass c) => c.WhyNotIn(ClassStage.Planned);

    /// <summary>Announces a planned class to its units, with dates, venue and registration time.</summary>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public static ClassOutcome Announce(TrainingClass c, AnnounceForm form, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotAnnounced(c));
        (Announcement announcement, IReadOnlyList<Session> sessions) = form.Check(now);
        TrainingClass announced = c.MoveTo(ClassStage.Announced) with { Announcement = announcement, Sessions = sessions };
        return new ClassOutcome(announced, new Notice(NoticeKind.ClassAnnounced, ClassSteps.Involved(c)));
    }

    /// <summary>Why registration cannot stay open longer at all; null when it can, up to the first session.</summary>
    public static Refusal? WhyNotExtended(TrainingClass c, DateTimeOffset now)
    {
        if (c.WhyNotIn(ClassStage.Announced, ClassStage.Registering) is { } refusal) return refusal;
        return now < c.FirstStart && c.Announcement?.RegistrationClosesAt < c.FirstStart ? null : new Refusal(Rule.ClassDates, ("first", c.FirstDay));
    }

    /// <summary>Registration stays open longer: one of the three answers when too few registered, and possible at any time before.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/>, <see cref="Rule.ClassDates"/>.</exception>
    public static ClassOutcome Extend(TrainingClass c, DateTimeOffset closesAt, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotExtended(c, now));
        Announcement announced = c.Announced();
        if (closesAt <= now || closesAt <= announced.RegistrationClosesAt || closesAt > c.FirstStart)
            throw new RuleBrokenException(Rule.ClassDates, ("first", c.FirstDay));
        TrainingClass extended = c with
        {
            Announcement = announced with { RegistrationClosesAt = closesAt.ToUniversalTime() },
            Trace = c.Trace with { TooFewAskedAt = null, TooFewEscalatedAt = null, TooFewDecidedAt = null },
        };
        return new ClassOutcome(extended, new Notice(NoticeKind.ClassExtended, ClassSteps.Involved(c)));
    }

    /// <summary>Why nobody can decide to go on with the few who registered; null when somebody can, or did already.</summary>
    public static Refusal? WhyNotGoneOn(TrainingClass c) =>
        c.WhyNotIn(ClassStage.Registering, ClassStage.Confirmed) ?? (c.Trace.TooFewAskedAt is null ? new Refusal(Rule.DecisionNotAsked) : null);

    /// <summary>Whether the lead unit was asked what to do with too few people, and has not said.</summary>
    public static bool AwaitsDecision(TrainingClass c) => WhyNotGoneOn(c) is null && c.Trace.TooFewDecidedAt is null
        && (c.Stage == ClassStage.Registering || HoldingFacts.IsEmpty(c));

    /// <summary>Goes on with the few who registered.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DecisionNotAsked"/> when nobody was asked.</exception>
    public static ClassOutcome GoOn(TrainingClass c, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotGoneOn(c));
        return new ClassOutcome(c with { Trace = c.Trace with { TooFewDecidedAt = c.Trace.TooFewDecidedAt ?? now } });
    }

    /// <summary>Why the number of seats is fixed; null while it is not.</summary>
    public static Refusal? WhyNotResized(TrainingClass c) =>
        c.WhyNotIn(ClassStage.Planned, ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed);

    /// <summary>Changes the number of seats; people waiting move up. Never below those who have a seat.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.CapacityBelowConfirmed"/>.</exception>
    public static ClassOutcome SetCapacity(TrainingClass c, int capacity)
    {
        Refusal.ThrowIfAny(WhyNotResized(c));
        if (capacity is < 1 or > 500) throw new InvalidInputException("capacity", "range", ("from", 1), ("to", 500));
        if (capacity < c.Seats.Confirmed) throw new RuleBrokenException(Rule.CapacityBelowConfirmed, ("confirmed", c.Seats.Confirmed));
        return new ClassOutcome(c with
        {
            Seats = c.Seats with { Capacity = capacity, HeldForPriority = Math.Min(c.Seats.HeldForPriority, capacity) },
        });
    }

    /// <summary>Why the class cannot be taken off its dates; null when it can.</summary>
    public static Refusal? WhyNotPostponed(TrainingClass c, DateTimeOffset now)
    {
        if (c.WhyNotTo(ClassStage.Postponed) is { } refusal) return refusal;
        // Its hours are over: only one that nobody came to gets other dates (NotHeldDecisions).
        if (c.Stage == ClassStage.Reporting) return new Refusal(Rule.ClassStage, ("stage", c.Stage), ("wanted", ClassStage.Postponed));
        // The lifecycle is late: in truth the class is over.
        return IsInterrupted(c) && c.Sessions.All(s => s.EndsAt <= now)
            ? new Refusal(Rule.ClassStage, ("stage", c.Stage), ("wanted", ClassStage.Postponed)) : null;
    }

    /// <summary>Takes the class off its dates. Before it was held, or for its remaining sessions while it is held.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/>, also when no session remains to be held.</exception>
    public static ClassOutcome Postpone(TrainingClass c, string reason, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotPostponed(c, now));
        bool interrupted = IsInterrupted(c);
        int held = interrupted ? c.Sessions.Count(s => s.EndsAt <= now) : 0;
        TrainingClass postponed = c.MoveTo(ClassStage.Postponed) with
        {
            Reason = reason,
            Interrupted = interrupted,
            HeldSessions = held,
            Trace = c.Trace with { NewDatesAskedAt = now },
        };
        return new ClassOutcome(postponed, new Notice(NoticeKind.ClassPostponed, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    /// <summary>Why the class cannot get new dates; null when it can.</summary>
    public static Refusal? WhyNotRescheduled(TrainingClass c) => c.WhyNotIn(ClassStage.Postponed);

    /// <summary>Whether dates can be set: announced for the first time, or again.</summary>
    public static bool TakesDates(TrainingClass c) => WhyNotAnnounced(c) is null || WhyNotRescheduled(c) is null;

    /// <summary>
    /// Gives a postponed class new dates: back to Announced with registration open again, or, when it was interrupted,
    /// back to Confirmed with new dates for the sessions that were not held.
    /// </summary>
    public static ClassOutcome Reschedule(TrainingClass c, AnnounceForm form, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotRescheduled(c));
        Notice told = new(NoticeKind.ClassRescheduled, ClassSteps.Involved(c), ToParticipants: true);
        if (c.Interrupted)
        {
            Checks checks = new();
            IReadOnlyList<Session> remaining = SessionPlans.Read(form.Sessions, c.HeldSessions + 1, now, checks);
            checks.Require(remaining.Count == c.Sessions.Count - c.HeldSessions, "sessions", "sessions-remaining",
                ("count", c.Sessions.Count - c.HeldSessions));
            checks.ThrowIfAny();
            return new ClassOutcome(Fresh(c.MoveTo(ClassStage.Confirmed)) with { Sessions = [.. c.Sessions.Take(c.HeldSessions), .. remaining] }, told);
        }

        (Announcement announcement, IReadOnlyList<Session> sessions) = form.Check(now);
        TrainingClass again = Fresh(c.MoveTo(ClassStage.Announced)) with { Announcement = announcement, Sessions = sessions };
        return new ClassOutcome(again, told);
    }

    /// <summary>
    /// Why the class cannot be called off, <see cref="Rule.ClassStage"/> or, where people attended a part of it, <see cref="Rule.SomebodyCame"/>:
    /// that one ends early, or gets new dates. Null when it can. Of one whose hours began is said that it was not held (<see cref="NotHeldDecisions"/>).
    /// </summary>
    public static Refusal? WhyNotCancelled(TrainingClass c)
    {
        if (c.WhyNotTo(ClassStage.Cancelled) is { } refusal) return refusal;
        if (c.Stage is ClassStage.Holding or ClassStage.Reporting) return new Refusal(Rule.ClassStage, ("stage", c.Stage), ("wanted", ClassStage.Cancelled));
        return HoldingFacts.SomebodyCame(c) ? NotHeldDecisions.CameRefusal(c) : null;
    }

    /// <summary>Calls the class off for good; everybody registered is told.</summary>
    public static ClassOutcome Cancel(TrainingClass c, string reason, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotCancelled(c));
        TrainingClass cancelled = c.MoveTo(ClassStage.Cancelled) with { Reason = reason, CancelledAt = now };
        return new ClassOutcome(cancelled, new Notice(NoticeKind.ClassCancelled, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    // Once interrupted, it stays so: what it catches up is the rest.
    private static bool IsInterrupted(TrainingClass c) => c.Stage == ClassStage.Holding || c.Interrupted;

    private static TrainingClass Fresh(TrainingClass c) => c with
    {
        Reason = null,
        NotHeld = false,
        TimesPostponed = c.TimesPostponed + 1,
        Trace = new ClassTrace { PriorityReleasedAt = c.Trace.PriorityReleasedAt },
    };
}
