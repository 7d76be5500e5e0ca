namespace NtmServerless.Pages.Registrations;

/// <summary>What came of one line.</summary>
public enum ImportOutcome
{
    Registered,
    Waitlisted,
    There,
    Refused,

    /// <summary>Not written because the storage was busy or away: the same form can be sent again.</summary>
    NotYet,

    /// <summary>Not sent: wrong, twice in the list, or hidden in the file.</summary>
    Skipped,
}
