using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.Fuzz;

/// <summary>Values that no form of ours asks for: too long, of no character, at the end of every range, of another kind.</summary>
internal static class OddValues
{
    /// <summary>As they would be typed, or as they stand between the quotation marks of JSON (<see cref="InJson"/>).</summary>
    private static readonly string[] Texts =
    [
        "", " ", "\u00A0", "\0", "a\u202Eb", "\uFFFE", "x\uFFFFy", "\uFDD0", "\uFFFD", "\uD83D\uDE00", "e\u0301", "\u200B", "<b>&\"'", "=1+1", "@x", "-", "--",
        "[]", "{}", "null", "true", "khong-co", "xa-gia-cat", "../..", "a/b", "a#b", "a?b", "%00", "%", "\\", "'", "' or 1 eq 1", "\r\n", "a\nb",
        "0", "-1", "1", "1.5", "1e9", "1e400", "NaN", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "99999999999999999999",
        "0001-01-01", "1999-12-31", "2024-02-30", "2024-03-05", "2100-12-31", "9999-12-31", "2024-13", "9999-12", "0001-01", "month-9999-12", "span-00010101-99991231",
        "00:00", "23:59", "24:00", "0001-01-01T00:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.9999999-14:00", "2024-04-08T07:30", "0001-01-01T00:00:00+14:00",
        "7K3M9QWX", "00000000", "NTM:a:1", "NTM::99999999999", "month-2024-03", "quarter-2024-9", "half-2024-1", "year-0001", "class", "reg-x", "planned", "PRESENT", "5",
    ];

    private static readonly string[] Long = [.. Texts, new string('a', 300), new string('ế', 5_000), string.Concat(Enumerable.Repeat("e\u0301\u0323", 2_000)), new string('9', 400), new string('[', 1_000)];

    public static string Text(Random random) => Long[random.Next(Long.Length)];

    /// <summary>A value as JSON text, well formed but for halves of characters.</summary>
    public static string InJson(Random random) => random.Next(12) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "[]" : "[null]",
        2 => random.Next(2) == 0 ? "{}" : "{\"a\":null}",
        3 => random.Next(2) == 0 ? "true" : "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]",
        4 => "\"Hoa \\ud83d\"",
        5 => "\"\\udc00\\ufffe\"",
        6 => new[] { "0", "-1", "1", "1.5", "2147483648", "1e400", "-0.0", "9223372036854775808", "1e-400" }[random.Next(9)],
        7 => $"[{string.Join(',', Enumerable.Repeat(JsonValue.Create(Text(random))!.ToJsonString(), 30))}]",
        _ => JsonValue.Create(Text(random))!.ToJsonString(),
    };
}
