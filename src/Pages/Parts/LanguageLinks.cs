using Microsoft.AspNetCore.WebUtilities;

namespace NtmServerless.Pages.Parts;

/// <summary>Links that say in which language a villager wants to read.</summary>
public static class LanguageLinks
{
    /// <summary>Query parameter with a language's tag.</summary>
    public const string Parameter = "tieng";

    /// <summary>The page that is shown, in another language.</summary>
    public static string InLanguage(this Frame frame, string tag)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string[] parts = frame.Path.Split('?', 2);
        IEnumerable<KeyValuePair<string, string?>> others = parts.Length == 1 ? [] : QueryHelpers.ParseQuery(parts[1])
            .Where(p => p.Key != Parameter).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        return QueryHelpers.AddQueryString(parts[0], others.Append(KeyValuePair.Create(Parameter, (string?)tag)));
    }
}
