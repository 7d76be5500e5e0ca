namespace NtmServerless.Domain.Registrations;

/// <summary>Putting a registration right: a name that was misspelt, somebody who was struck off by mistake. Seat, place and code stay.</summary>
public static class CorrectionDecisions
{
    /// <summary>How often a person may do it by the receipt: more is no misspelling.</summary>
    public const int MostByThePerson = 10;

    /// <summary>
    /// Why an officer cannot correct a registration any more: <see cref="Rule.RegistrationNotActive"/>, <see cref="Rule.ClassStage"/>;
    /// null until the class's report is approved, when its figures are fixed.
    /// </summary>
    public static Refusal? WhyNotCorrected(TrainingClass c, Registration r)
    {
        if (r.Status == RegistrationStatus.Cancelled || r.AnonymisedAt is not null) return new Refusal(Rule.RegistrationNotActive);
        return c.Stage.IsOver() ? new Refusal(Rule.ClassStage, ("stage", c.Stage)) : null;
    }

    /// <summary>
    /// Why the person cannot do it by the receipt: as for an officer, and <see cref="Rule.RegistrationClosed"/> after the close, as the
    /// lists are out then, and <see cref="Rule.CorrectedTooOften"/>.
    /// </summary>
    public static Refusal? WhyNotCorrectedByThePerson(TrainingClass c, Registration r, DateTimeOffset now)
    {
        if (WhyNotCorrected(c, r) is { } refusal) return refusal;
        if (c.Stage is not ClassStage.Postponed && RegistrationDecisions.WhyNotOpen(c, now) is { } closed) return closed;
        return r.Corrections.Count(k => k.ByUnitId is null) >= MostByThePerson ? new Refusal(Rule.CorrectedTooOften) : null;
    }

    /// <summary>The same registration with the person written otherwise; what was there before stays beside. Nothing new: it stays as it is.</summary>
    /// <param name="namesake">It is now written like another one, who was confirmed to be another person.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.AudienceNotInvited"/>, for who is not in the class yet.</exception>
    public static Registration Correct(
        TrainingClass c, Registration r, Applicant written, string? byUnitId, string? reason, bool namesake, DateTimeOffset now)
    {
        if (written == r.Applicant) return r;
        if (written.Audience != r.Applicant.Audience && r.Status != RegistrationStatus.WalkIn) RegistrationDecisions.EnsureInvited(c, written);
        return r with
        {
            Applicant = written,
            Namesake = namesake,
            Corrections = [.. r.Corrections, new RegistrationCorrection(now, byUnitId, r.Applicant, Reason: reason)],
        };
    }

    /// <summary>
    /// Why somebody who was struck off cannot be brought back: <see cref="Rule.RegistrationActive"/>, <see cref="Rule.RegistrationNotActive"/>,
    /// <see cref="Rule.ClassStage"/>; null until the class begins.
    /// </summary>
    public static Refusal? WhyNotBroughtBack(TrainingClass c, Registration r, DateTimeOffset now)
    {
        if (r.AnonymisedAt is not null) return new Refusal(Rule.RegistrationNotActive);
        if (r.Status != RegistrationStatus.Cancelled) return new Refusal(Rule.RegistrationActive);
        bool begins = c.Stage is not ClassStage.Postponed && c.Sessions.Count > 0 && now >= c.FirstStart;
        return c.WhyNotIn(ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed)
            ?? (begins ? new Refusal(Rule.RegistrationClosed) : null);
    }

    /// <summary>Somebody who was struck off by mistake stands there again, in the old place: with a seat where one is free, else waiting for one.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNotBroughtBack"/> says.</exception>
    public static (TrainingClass Class, Registration Registration) BringBack(
        TrainingClass c, Registration r, string? byUnitId, bool namesake, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotBroughtBack(c, r, now));
        RegistrationStatus status = c.Seats.SeatsNewcomer(r.IsPriority) ? RegistrationStatus.Confirmed : RegistrationStatus.Waitlisted;
        return (c with { Seats = c.Seats.Move(r, status) }, r with
        {
            Status = status,
            Namesake = namesake,
            CancelledAt = null,
            CancelReason = null,
            Corrections = [.. r.Corrections, new RegistrationCorrection(now, byUnitId, null, r.CancelledAt, r.CancelReason)],
        });
    }
}
