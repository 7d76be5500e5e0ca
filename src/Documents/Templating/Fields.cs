using System.Text.RegularExpressions;

namespace NtmServerless.Documents.Templating;

/// <summary>Fields in a line: {tên trường}; with a question mark, {tên trường?}, the line goes where there is nothing to put in.</summary>
internal static partial class Fields
{
    // Room to write by hand where a value is still open.
    private const string Open = "…………………";

    // Name in Vietnamese to key.
    private static readonly Dictionary<string, string> Keys = DocumentWords.Vietnamese.Under("field.").ToDictionary(f => f.Value, f => f.Key, StringComparer.OrdinalIgnoreCase);

    public static string NameOf(string key) => DocumentWords.Vietnamese["field." + key];

    /// <summary>The key of a name, or null where there is no such field at all.</summary>
    public static string? KeyOf(string name) => Keys.GetValueOrDefault(name.Trim());

    /// <summary>Names in the line, as they are written.</summary>
    public static IEnumerable<string> Named(string line) => Field().Matches(line).Select(m => m.Groups[1].Value);

    /// <summary>Whether a brace is left over when the fields are taken out.</summary>
    public static bool HasStrayBrace(string line) => Field().Replace(line, "").AsSpan().ContainsAny('{', '}');

    /// <summary>The line with its values; null where an optional one is empty.</summary>
    public static string? Fill(string line, IReadOnlyDictionary<string, string> values)
    {
        bool gone = false;
        string filled = Field().Replace(line, match =>
        {
            string value = values.GetValueOrDefault(KeyOf(match.Groups[1].Value) ?? "", "");
            if (value.Length > 0) return value;
            gone |= match.Groups[2].Length > 0;
            return Open;
        });
        if (gone) return null;
        // A value that was written for the middle of a sentence may begin one.
        return line[0] == '{' ? VietnameseCase.Start(filled) : filled;
    }

    [GeneratedRegex(@"\{([^{}?]+)(\??)\}")]
    private static partial Regex Field();
}
