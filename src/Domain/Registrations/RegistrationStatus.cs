namespace NtmServerless.Domain.Registrations;

/// <summary>What a person's application to a class is.</summary>
public enum RegistrationStatus
{
    Confirmed,
    Waitlisted,
    Cancelled,

    /// <summary>Came without having registered: counted as present, shown apart, takes no seat.</summary>
    WalkIn,
}
