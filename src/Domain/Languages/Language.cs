using System.Text.RegularExpressions;

namespace NtmServerless.Domain.Languages;

/// <summary>A language beside Vietnamese that an office gives the villagers' pages.</summary>
/// <param name="Tag">As in the attribute <c>lang</c>: tyz for Tày, nut for Nùng.</param>
/// <param name="Name">What it is called in itself.</param>
/// <param name="Texts">By key; what is not there is said in Vietnamese.</param>
/// <param name="Version">Counts the changes.</param>
public sealed partial record Language(string Tag, string Name, IReadOnlyDictionary<string, string> Texts, bool IsPublished = false, int Version = 0)
{
    public const int NameCharacters = 40;

    /// <summary>Whether it can be the tag of a language other than Vietnamese.</summary>
    public static bool IsTag(string? text) => text is not null and not "vi" && Tags().IsMatch(text);

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,8})?$")]
    private static partial Regex Tags();
}
