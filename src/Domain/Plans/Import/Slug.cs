using System.Text.RegularExpressions;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>Ids become parts of table keys, blob names and addresses, so they are ASCII and free of anything to escape.</summary>
internal static partial class Slug
{
    public static bool IsValid(string value) => value.Length <= PlanLimits.IdCharacters && Shape().IsMatch(value);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
