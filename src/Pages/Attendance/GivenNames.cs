using System.Globalization;
using NtmServerless.Domain.Registrations;

namespace NtmServerless.Pages.Attendance;

/// <summary>Lists of people as they are kept in Vietnam: by given name, which is the last word, then by the whole name.</summary>
public static class GivenNames
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    public static IEnumerable<Registration> ByGivenName(this IEnumerable<Registration> people) => people
        .OrderBy(r => Given(r.Applicant.FullName), Vietnamese)
        .ThenBy(r => r.Applicant.FullName, Vietnamese)
        .ThenBy(r => r.Sequence);

    private static string Given(string fullName) => fullName[(fullName.LastIndexOf(' ') + 1)..];
}
