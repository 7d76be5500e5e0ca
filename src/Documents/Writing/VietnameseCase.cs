using System.Globalization;

namespace NtmServerless.Documents.Writing;

/// <summary>Capitals where a document wants them.</summary>
internal static class VietnameseCase
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    public static string Capitals(string text) => Culture.TextInfo.ToUpper(text);

    public static string Small(string text) => Culture.TextInfo.ToLower(text);

    /// <summary>The same text in the middle of a sentence; an abbreviation at its start keeps its capitals.</summary>
    public static string Inside(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? Culture.TextInfo.ToLower(text[0]) + text[1..] : text;

    public static string Start(string text) => text.Length == 0 ? text : Culture.TextInfo.ToUpper(text[0]) + text[1..];
}
