namespace NtmServerless.Pages.Registrations;

/// <summary>The people of a class that an officer may see.</summary>
/// <param name="Seen">All of them, in order of acceptance.</param>
/// <param name="Found">What the filter left.</param>
/// <param name="SeesAll">Who runs or hosts the class; a commune sees its own people only.</param>
/// <param name="Shown">The page of them that is looked at.</param>
/// <param name="FileAddress">The same list as a file.</param>
/// <param name="Filter">The filters as they were typed.</param>
public sealed record RosterView(
    Plan Plan, TrainingClass Class, IReadOnlyList<Registration> Seen, IReadOnlyList<Registration> Found, bool SeesAll, Slice<Registration> Shown, string FileAddress, FormState Filter)
{
    /// <summary>Place on the waitlist by code; empty where not the whole list is seen.</summary>
    public IReadOnlyDictionary<string, int> Places { get; } = SeesAll
        ? Seen.Where(r => r.Status == RegistrationStatus.Waitlisted).Select((r, i) => (r.Code, Place: i + 1)).ToDictionary(p => p.Code, p => p.Place)
        : new Dictionary<string, int>();
}
