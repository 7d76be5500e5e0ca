using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Pages.Addresses;

/// <summary>Makes addresses of routes, so that each stands in one place.</summary>
internal static partial class Address
{
    /// <summary>A path of ours: the route with its parameters filled in their order.</summary>
    public static string Of(string route, params object[] values)
    {
        int next = 0;
        return "/" + Parameter().Replace(route, _ => Uri.EscapeDataString(Convert.ToString(values[next++], CultureInfo.InvariantCulture)!));
    }

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Parameter();
}
