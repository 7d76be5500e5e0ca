namespace NtmServerless.Domain.Telling;

/// <summary>Whom of a class an officer's own message is for.</summary>
public enum MessageGroup
{
    /// <summary>Who has a seat.</summary>
    Confirmed,

    /// <summary>Who waits for one.</summary>
    Waitlisted,

    /// <summary>Both.</summary>
    Registered,
}
