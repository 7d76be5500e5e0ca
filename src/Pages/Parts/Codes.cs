using System.Text;
using System.Text.Json;

namespace NtmServerless.Pages.Parts;

/// <summary>How a value of an enum is written where it is neither code nor shown.</summary>
public static class Codes
{
    /// <summary>As in the API and in the values of a form: <c>newsItem</c>.</summary>
    public static string Wire(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>As in the key of a text: <c>news-item</c>.</summary>
    public static string Key(Enum value) => Key(value.ToString());

    /// <summary>As in the key of a text: <c>NewsItem</c> is <c>news-item</c>.</summary>
    public static string Key(string name)
    {
        StringBuilder key = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && key.Length > 0) key.Append('-');
            key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
