namespace NtmServerless.Domain.Classes;

/// <summary>What officers decide about a class until it is held. Whoever calls <see cref="Waitlist.Promote"/> follows up on free seats.</summary>
public static class ClassDecisions
{
    /// <summary>Announces a planned class to its units, with dates, venue and registration time.</summary>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public static ClassOutcome Announce(TrainingClass c, AnnounceForm form, DateTimeOffset now)
    {
        c.EnsureStage(ClassStage.Planned);
        (Announcement announcement, IReadOnlyList<Session> sessions) = form.Check(now);
        TrainingClass announced = c.MoveTo(ClassStage.Announced) with { Announcement = announcement, Sessions = sessions };
        return new ClassOutcome(announced, new Notice(NoticeKind.ClassAnnounced, ClassSteps.Involved(c)));
    }

    /// <summary>Registration stays open longer: one of the three answers when too few registered, and possible at any time before.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/>, <see cref="Rule.ClassDates"/>.</exception>
    public static ClassOutcome Extend(TrainingClass c, DateTimeOffset closesAt, DateTimeOffset now)
    {
        c.EnsureStage(ClassStage.Announced, ClassStage.Registering);
        if (closesAt <= now || closesAt <= c.Announcement!.RegistrationClosesAt || closesAt > c.FirstStart)
            throw new RuleBrokenException(Rule.ClassDates, ("first", c.FirstDay));
        TrainingClass extended = c with
        {
            Announcement = c.Announcement with { RegistrationClosesAt = closesAt.ToUniversalTime() },
            Trace = c.Trace with { TooFewAskedAt = null, TooFewEscalatedAt = null, TooFewDecidedAt = null },
        };
        return new ClassOutcome(extended, new Notice(NoticeKind.ClassExtended, ClassSteps.Involved(c)));
    }

    /// <summary>Goes on with the few who registered.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DecisionNotAsked"/> when nobody was asked.</exception>
    public static ClassOutcome GoOn(TrainingClass c, DateTimeOffset now)
    {
        c.EnsureStage(ClassStage.Registering);
        if (c.Trace.TooFewAskedAt is null) throw new RuleBrokenException(Rule.DecisionNotAsked);
        return new ClassOutcome(c with { Trace = c.Trace with { TooFewDecidedAt = c.Trace.TooFewDecidedAt ?? now } });
    }

    /// <summary>Changes the number of seats; people waiting move up. Never below those who have a seat.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.CapacityBelowConfirmed"/>.</exception>
    public static ClassOutcome SetCapacity(TrainingClass c, int capacity)
    {
        c.EnsureStage(ClassStage.Planned, ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed);
        if (capacity is < 1 or > 500) throw new InvalidInputException("capacity", "range", ("from", 1), ("to", 500));
        if (capacity < c.Seats.Confirmed) throw new RuleBrokenException(Rule.CapacityBelowConfirmed, ("confirmed", c.Seats.Confirmed));
        return new ClassOutcome(c with
        {
            Minimum = Math.Min(c.Minimum, capacity),
            Seats = c.Seats with { Capacity = capacity, HeldForPriority = Math.Min(c.Seats.HeldForPriority, capacity) },
        });
    }

    /// <summary>Takes the class off its dates. Before it was held, or for its remaining sessions while it is held.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/>, also when no session remains to be held.</exception>
    public static ClassOutcome Postpone(TrainingClass c, string reason, DateTimeOffset now)
    {
        bool interrupted = c.Stage == ClassStage.Holding || c.Interrupted;
        int held = interrupted ? c.Sessions.Count(s => s.EndsAt <= now) : 0;
        TrainingClass postponed = c.MoveTo(ClassStage.Postponed) with
        {
            Reason = reason,
            Interrupted = interrupted,
            HeldSessions = held,
            Trace = c.Trace with { NewDatesAskedAt = now },
        };
        // The lifecycle is late: in truth the class is over.
        if (held > 0 && held == c.Sessions.Count)
            throw new RuleBrokenException(Rule.ClassStage, ("stage", c.Stage), ("wanted", ClassStage.Postponed));
        return new ClassOutcome(postponed, new Notice(NoticeKind.ClassPostponed, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    /// <summary>
    /// Gives a postponed class new dates: back to Announced with registration open again, or, when it was interrupted,
    /// back to Confirmed with new dates for the sessions that were not held.
    /// </summary>
    public static ClassOutcome Reschedule(TrainingClass c, AnnounceForm form, DateTimeOffset now)
    {
        c.EnsureStage(ClassStage.Postponed);
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

    /// <summary>Calls the class off for good; everybody registered is told.</summary>
    public static ClassOutcome Cancel(TrainingClass c, string reason, DateTimeOffset now)
    {
        TrainingClass cancelled = c.MoveTo(ClassStage.Cancelled) with { Reason = reason, CancelledAt = now };
        return new ClassOutcome(cancelled, new Notice(NoticeKind.ClassCancelled, ClassSteps.Involved(c), ToParticipants: true, Detail: reason));
    }

    private static TrainingClass Fresh(TrainingClass c) => c with
    {
        Reason = null,
        TimesPostponed = c.TimesPostponed + 1,
        Trace = new ClassTrace { PriorityReleasedAt = c.Trace.PriorityReleasedAt },
    };
}
