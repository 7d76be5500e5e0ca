using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.Registrations;

/// <summary>Answers in the shapes in which outside forms write them.</summary>
public static partial class OutsideAnswers
{
    /// <summary>The answer to a question; null when there is none, or none that is plain.</summary>
    /// <param name="from">Its name, dots and all ("1. Họ và tên"); where nothing has that name, its dots lead into nested objects.</param>
    public static JsonElement? Find(JsonElement answers, string from)
    {
        if (answers.ValueKind != JsonValueKind.Object) return null;
        if (answers.TryGetProperty(from, out JsonElement value)) return Plain(value);
        for (int dot = from.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = from.IndexOf('.', dot + 1))
            if (answers.TryGetProperty(from[..dot], out JsonElement inner) && Find(inner, from[(dot + 1)..]) is { } found) return found;
        return null;
    }

    /// <summary>A year, or the year of a date as Kobo (1985-03-12), Google (12/03/1985) and Microsoft (3/12/1985 0:00:00) write it.</summary>
    public static int? Year(string? answer)
    {
        if (int.TryParse(answer, CultureInfo.InvariantCulture, out int year)) return year;
        return Date().Match(answer ?? "") is { Success: true } date ? int.Parse(date.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // Google Apps Script's namedValues: each answer is a list of one.
    private static JsonElement? Plain(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1) value = value[0];
        return value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array ? null : value;
    }

    [GeneratedRegex(@"^\s*(?:(?<year>[0-9]{4})([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?<year>[0-9]{4}))(?:[T ,].*)?$")]
    private static partial Regex Date();
}
