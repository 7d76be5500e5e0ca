using System.Text.RegularExpressions;

namespace NtmServerless.Infra.Tests;

/// <summary>The two forms of expression that Azure still has to work out in a predicted setting.</summary>
internal static partial class ArmReference
{
    /// <summary>
    /// <c>[reference('id', 'version').path]</c> becomes <c>id path</c>; <c>[format('text', reference(...).path)]</c> becomes
    /// <c>text of id path</c>; anything else stays as it is.
    /// </summary>
    public static string Shorten(string value)
    {
        Match plain = Plain().Match(value), formatted = Formatted().Match(value);
        return plain.Success ? $"{plain.Groups["id"]} {plain.Groups["path"]}"
            : formatted.Success ? $"{formatted.Groups["text"]} of {formatted.Groups["id"]} {formatted.Groups["path"]}"
            : value;
    }

    [GeneratedRegex(@"^\[reference\('(?<id>[^']+)', '[^']+'\)\.(?<path>[\w.]+)\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^\[format\('(?<text>[^']+)', reference\('(?<id>[^']+)', '[^']+'\)\.(?<path>[\w.]+)\)\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Formatted();
}
