namespace NtmServerless.Pages.Attendance;

/// <summary>People in the order of Vietnamese lists; who has the same name, in order of acceptance.</summary>
public static class GivenNames
{
    public static IEnumerable<Registration> ByGivenName(this IEnumerable<Registration> people) => people
        .OrderBy(r => r.Applicant.FullName, GivenNameOrder.Instance)
        .ThenBy(r => r.Sequence);
}
