namespace NtmServerless.Domain.Classes;

/// <summary>What an officer fills in to announce a class or to give it new dates.</summary>
public sealed record AnnounceForm
{
    /// <summary>Number of the announcement; may stay open, the office gives it later.</summary>
    public string? Number { get; init; }
    public string? Venue { get; init; }

    /// <summary>Who teaches, as far as it is known: one person, so that nobody is asked to two places at once.</summary>
    public string? Trainer { get; init; }
    public IReadOnlyList<SessionPlan>? Sessions { get; init; }

    /// <summary>Registration opens at once when this is left out.</summary>
    public DateTimeOffset? RegistrationOpensAt { get; init; }
    public DateTimeOffset? RegistrationClosesAt { get; init; }

    /// <summary>Why these dates stand although something speaks against them (<see cref="ClassDating"/>); not needed where nothing does.</summary>
    public string? Reason { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    internal (Announcement Announcement, IReadOnlyList<Session> Sessions) Check(DateTimeOffset now)
    {
        Checks checks = new();
        string? number = checks.OptionalText("number", Number, 40);
        string venue = checks.Text("venue", Venue, 200);
        string? trainer = checks.OptionalText("trainer", Trainer, 100);
        IReadOnlyList<Session> sessions = SessionPlans.Read(Sessions, 1, now, checks);
        DateTimeOffset opens = RegistrationOpensAt ?? now;
        DateTimeOffset closes = checks.Value("registrationClosesAt", RegistrationClosesAt);
        if (RegistrationClosesAt is not null)
        {
            if (closes <= now) checks.Fail("registrationClosesAt", "in-the-past");
            else if (closes <= opens) checks.Fail("registrationClosesAt", "end-before-start");
            else if (sessions.Count > 0 && closes > sessions[0].StartsAt) checks.Fail("registrationClosesAt", "closes-after-first-session");
        }

        checks.ThrowIfAny();
        return (new Announcement(number, venue, opens.ToUniversalTime(), closes.ToUniversalTime(), now, trainer), sessions);
    }
}
