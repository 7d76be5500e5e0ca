namespace NtmServerless.Domain.Registrations;

/// <summary>What a class offers to somebody who looks at it now.</summary>
public enum ClassOffer
{
    /// <summary>Announced; registration opens later.</summary>
    OpensLater,

    /// <summary>Anybody invited gets a seat.</summary>
    FreeSeats,

    /// <summary>Seats are left for priority groups only; others wait.</summary>
    PrioritySeats,

    /// <summary>Who registers now goes to the waitlist.</summary>
    WaitlistOnly,

    /// <summary>Registration is over; the class is still to come.</summary>
    RegistrationOver,

    /// <summary>The class is being held.</summary>
    Held,

    /// <summary>The class is over.</summary>
    Over,
    Postponed,
    Cancelled,
}

/// <summary>Says what a class offers.</summary>
public static class ClassOffers
{
    /// <summary>
    /// By the same rule that takes applications (<see cref="RegistrationDecisions.WhyNotOpen"/>): the record decides, the
    /// deadline holds also while the lifecycle is late.
    /// </summary>
    public static ClassOffer OfferAt(this TrainingClass c, DateTimeOffset now) => c.Stage switch
    {
        ClassStage.Planned or ClassStage.Announced => ClassOffer.OpensLater,
        ClassStage.Registering when RegistrationDecisions.WhyNotOpen(c, now) is null => WhileOpen(c),
        ClassStage.Registering or ClassStage.Confirmed => ClassOffer.RegistrationOver,
        ClassStage.Holding => ClassOffer.Held,
        ClassStage.Postponed => ClassOffer.Postponed,
        ClassStage.Cancelled => ClassOffer.Cancelled,
        _ => ClassOffer.Over,
    };

    /// <summary>Whether a registration is taken, be it for the waitlist.</summary>
    public static bool TakesRegistrations(this ClassOffer offer) =>
        offer is ClassOffer.FreeSeats or ClassOffer.PrioritySeats or ClassOffer.WaitlistOnly;

    private static ClassOffer WhileOpen(TrainingClass c) =>
        c.Seats.SeatsNewcomer(priority: false) ? ClassOffer.FreeSeats
        : c.PriorityPlaces.Count > 0 && c.Seats.SeatsNewcomer(priority: true) ? ClassOffer.PrioritySeats
        : ClassOffer.WaitlistOnly;
}
