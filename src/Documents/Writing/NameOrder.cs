using System.Globalization;
using NtmServerless.Domain.Registrations;

namespace NtmServerless.Documents.Writing;

/// <summary>The order of Vietnamese lists: by given name (the last word), then by the rest, letters as vi-VN sorts them.</summary>
internal static class NameOrder
{
    private static readonly StringComparer Letters = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    public static IReadOnlyList<Registration> Sorted(IEnumerable<Registration> registrations) =>
    [
        .. registrations
            .OrderBy(r => Given(r.Applicant.FullName), Letters)
            .ThenBy(r => Rest(r.Applicant.FullName), Letters)
            .ThenBy(r => r.Sequence),
    ];

    public static string Given(string fullName) => fullName[(fullName.LastIndexOf(' ') + 1)..];

    private static string Rest(string fullName) => fullName[..Math.Max(0, fullName.LastIndexOf(' '))];
}
