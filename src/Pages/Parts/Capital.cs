using System.Globalization;

namespace NtmServerless.Pages.Parts;

/// <summary>A name that stands in the middle of sentences, at the head of a line.</summary>
public static class Capital
{
    public static string First(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.GetCultureInfo("vi-VN")) + text[1..];
}
