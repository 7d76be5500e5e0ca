namespace NtmServerless.Domain.Registrations;

/// <summary>Registering and cancelling: who gets a seat, who waits, who may still change it.</summary>
public static class RegistrationDecisions
{
    /// <summary>
    /// Takes an application. It is confirmed when a seat is free for its kind and nobody waits for the same seat, else waitlisted.
    /// </summary>
    /// <exception cref="RuleBrokenException">
    /// <see cref="Rule.RegistrationNotOpen"/>, <see cref="Rule.RegistrationClosed"/>, <see cref="Rule.AudienceNotInvited"/>.
    /// </exception>
    public static (TrainingClass Class, Registration Registration) Register(
        TrainingClass c, Applicant applicant, string code, RegistrationSource source, string? byUnitId, bool namesake, DateTimeOffset now)
    {
        EnsureOpen(c, now);
        EnsureInvited(c, applicant);
        bool priority = c.IsPriority(applicant);
        RegistrationStatus status = c.Seats.SeatsNewcomer(priority) ? RegistrationStatus.Confirmed : RegistrationStatus.Waitlisted;
        Registration registration = new()
        {
            Code = code,
            Sequence = c.NextSequence,
            Applicant = applicant,
            Status = status,
            IsPriority = priority,
            Namesake = namesake,
            RegisteredAt = now,
            Source = source,
            ByUnitId = byUnitId,
        };
        return (c with { Seats = c.Seats.Add(status, priority), NextSequence = c.NextSequence + 1 }, registration);
    }

    /// <summary>Whether the person belongs to a priority group of the class.</summary>
    internal static bool IsPriority(this TrainingClass c, Applicant applicant) =>
        c.PriorityPlaces.Any(g => g.Includes(applicant.UnitId, applicant.Village));

    /// <exception cref="RuleBrokenException"><see cref="Rule.AudienceNotInvited"/>.</exception>
    internal static void EnsureInvited(TrainingClass c, Applicant applicant)
    {
        if (c.Audiences.Count > 0 && !c.Audiences.Contains(applicant.Audience)) throw new RuleBrokenException(Rule.AudienceNotInvited);
    }

    /// <summary>Whether the class takes applications at a moment; the record decides, also while the lifecycle is late.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.RegistrationNotOpen"/> or <see cref="Rule.RegistrationClosed"/>.</exception>
    public static void EnsureOpen(TrainingClass c, DateTimeOffset now)
    {
        if (c.Stage is ClassStage.Planned or ClassStage.Announced or ClassStage.Postponed || c.Announcement is null)
            throw new RuleBrokenException(Rule.RegistrationNotOpen);
        if (c.Stage is not ClassStage.Registering || now >= c.Announcement.RegistrationClosesAt)
            throw new RuleBrokenException(Rule.RegistrationClosed);
    }

    /// <summary>
    /// Takes a registration back, on the person's own wish or by an officer. Until the class begins; repeated, it stays as it is.
    /// </summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.CancelTooLate"/>, <see cref="Rule.RegistrationNotActive"/>.</exception>
    public static (TrainingClass Class, Registration Registration) Cancel(
        TrainingClass c, Registration registration, string? reason, DateTimeOffset now)
    {
        if (registration.Status == RegistrationStatus.Cancelled) return (c, registration);
        if (!registration.IsActive) throw new RuleBrokenException(Rule.RegistrationNotActive);
        bool begun = c.Stage is ClassStage.Holding or ClassStage.Reporting or ClassStage.Closed;
        if (begun || c.Sessions.Count > 0 && c.Stage is not ClassStage.Postponed && now >= c.FirstStart)
            throw new RuleBrokenException(Rule.CancelTooLate);
        return (
            c with { Seats = c.Seats.Move(registration, RegistrationStatus.Cancelled) },
            registration with { Status = RegistrationStatus.Cancelled, CancelledAt = now, CancelReason = reason });
    }
}
