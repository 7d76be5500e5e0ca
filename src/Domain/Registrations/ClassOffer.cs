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
