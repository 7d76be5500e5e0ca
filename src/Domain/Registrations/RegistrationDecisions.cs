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
        bool officer = source == RegistrationSource.Officer;
        Refusal.ThrowIfAny(officer ? WhyNotOpenToOfficers(c, now) : WhyNotOpen(c, now));
        EnsureInvited(c, applicant);
        bool priority = c.IsPriority(applicant);
        // Who comes late comes to a seat; nobody waits for one any more.
        if (officer && !c.Seats.SeatsNewcomer(priority)) Refusal.ThrowIfAny(WhyNotOpen(c, now));
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

    /// <summary>
    /// Why the class takes no applications at a moment, <see cref="Rule.RegistrationNotOpen"/> or <see cref="Rule.RegistrationClosed"/>;
    /// null when it takes them. The record decides, also while the lifecycle is late.
    /// </summary>
    public static Refusal? WhyNotOpen(TrainingClass c, DateTimeOffset now)
    {
        if (c.Stage is ClassStage.Planned or ClassStage.Announced or ClassStage.Postponed || c.Announcement is null)
            return new Refusal(Rule.RegistrationNotOpen);
        return c.Stage is ClassStage.Registering && now < c.Announcement.RegistrationClosesAt ? null : new Refusal(Rule.RegistrationClosed);
    }

    /// <summary>
    /// Why officers cannot register somebody: as <see cref="WhyNotOpen"/>, but until the class begins they fill seats that are left
    /// after the close. Null when they can.
    /// </summary>
    public static Refusal? WhyNotOpenToOfficers(TrainingClass c, DateTimeOffset now) =>
        WhyNotOpen(c, now) is { } closed && !IsLate(c, now) ? closed : null;

    /// <summary>Whether registration is over, and officers may still fill the seats that are left.</summary>
    public static bool IsLate(TrainingClass c, DateTimeOffset now) =>
        c.Stage is ClassStage.Registering or ClassStage.Confirmed && WhyNotOpen(c, now) is not null && now < c.FirstStart && c.Seats.FreeForPriority > 0;

    /// <summary>
    /// Why a registration cannot be taken back any more, <see cref="Rule.RegistrationNotActive"/> or <see cref="Rule.CancelTooLate"/>;
    /// null until the class begins.
    /// </summary>
    public static Refusal? WhyNotCancelled(TrainingClass c, Registration registration, DateTimeOffset now)
    {
        if (!registration.IsActive) return new Refusal(Rule.RegistrationNotActive);
        bool begun = c.Stage is ClassStage.Holding or ClassStage.Reporting or ClassStage.Closed;
        return begun || c.Sessions.Count > 0 && c.Stage is not ClassStage.Postponed && now >= c.FirstStart ? new Refusal(Rule.CancelTooLate) : null;
    }

    /// <summary>
    /// Takes a registration back, on the person's own wish or by an officer. Until the class begins; repeated, it stays as it is.
    /// </summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.CancelTooLate"/>, <see cref="Rule.RegistrationNotActive"/>.</exception>
    public static (TrainingClass Class, Registration Registration) Cancel(
        TrainingClass c, Registration registration, string? reason, DateTimeOffset now)
    {
        if (registration.Status == RegistrationStatus.Cancelled) return (c, registration);
        Refusal.ThrowIfAny(WhyNotCancelled(c, registration, now));
        return (
            c with { Seats = c.Seats.Move(registration, RegistrationStatus.Cancelled) },
            registration with { Status = RegistrationStatus.Cancelled, CancelledAt = now, CancelReason = reason });
    }
}
