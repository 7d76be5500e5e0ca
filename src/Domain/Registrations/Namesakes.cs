namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Of several active registrations under one <see cref="PersonKey"/> one is the first, whom a newcomer of that name is asked about;
/// the others were confirmed to be other people, or became namesakes when the rule of the key changed.
/// </summary>
public static class Namesakes
{
    /// <summary>The active registrations whose mark is another one now: nobody is a namesake of nobody, and one of each key is the first.</summary>
    public static IReadOnlyList<Registration> Settle(IEnumerable<Registration> registrations) =>
    [
        .. from r in registrations
           where r.IsActive
           group r by r.Applicant.PersonKey into same
           from pair in same.OrderBy(r => r.Namesake).ThenBy(r => r.Sequence).Select((r, place) => (Registration: r, Namesake: place > 0))
           where pair.Registration.Namesake != pair.Namesake
           select pair.Registration with { Namesake = pair.Namesake },
    ];
}
