namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Somebody comes in the place of somebody who has a seat: the seat goes from one to the other in one decision, so that
/// nobody on the waitlist is passed over for a seat that was never free.
/// </summary>
public static class Substitution
{
    /// <summary>
    /// Why nobody can come in the place of somebody: <see cref="Rule.SubstituteNeedsSeat"/>, <see cref="Rule.CancelTooLate"/>,
    /// <see cref="Rule.ClassStage"/>; null until the class begins for the first time.
    /// </summary>
    public static Refusal? WhyNotReplaced(TrainingClass c, Registration leaving, DateTimeOffset now)
    {
        if (leaving.Status != RegistrationStatus.Confirmed) return new Refusal(Rule.SubstituteNeedsSeat);
        if (c.Interrupted) return new Refusal(Rule.CancelTooLate);
        return RegistrationDecisions.WhyNotCancelled(c, leaving, now)
            ?? c.WhyNotIn(ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed);
    }

    /// <summary>Until the class begins. The one replaced is cancelled with the reason; the waitlist keeps its order.</summary>
    /// <exception cref="RuleBrokenException">
    /// <see cref="Rule.ClassStage"/>, <see cref="Rule.CancelTooLate"/>, <see cref="Rule.SubstituteNeedsSeat"/>,
    /// <see cref="Rule.AudienceNotInvited"/>, <see cref="Rule.SubstituteNotPriority"/>.
    /// </exception>
    public static (TrainingClass Class, Registration Replaced, Registration Substitute) Replace(
        TrainingClass c, Registration leaving, Applicant substitute, string code, string? byUnitId, string reason, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotReplaced(c, leaving, now));
        RegistrationDecisions.EnsureInvited(c, substitute);
        (TrainingClass without, Registration replaced) = RegistrationDecisions.Cancel(c, leaving, reason, now);
        bool priority = c.IsPriority(substitute);
        Seats seats = without.Seats.Add(RegistrationStatus.Confirmed, priority);
        // A seat held for priority groups stays with them until it is released.
        if (leaving.IsPriority && !priority && seats.FreeForAll < 0) throw new RuleBrokenException(Rule.SubstituteNotPriority);
        Registration registration = new()
        {
            Code = code,
            Sequence = c.NextSequence,
            Applicant = substitute,
            Status = RegistrationStatus.Confirmed,
            IsPriority = priority,
            RegisteredAt = now,
            Source = RegistrationSource.Officer,
            ByUnitId = byUnitId,
            Replaces = leaving.Code,
        };
        return (without with { Seats = seats, NextSequence = c.NextSequence + 1 }, replaced, registration);
    }
}
