namespace NtmServerless.Domain.Registrations;

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
