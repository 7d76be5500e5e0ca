using System.Globalization;

namespace NtmServerless.Pages.Charts;

/// <summary>Numbers as a drawing needs them.</summary>
internal static class Drawn
{
    public static string Length(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
