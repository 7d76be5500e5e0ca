namespace NtmServerless.Domain.Plans;

/// <summary>Whose the pages are: what stands in their head, and whom to call.</summary>
/// <param name="Name">Short, such as "Huyện Cao Lộc".</param>
/// <param name="Line">What stands under the product's name on villagers' pages: the body in full.</param>
/// <param name="Telephone">As it is to be read; null: none is shown.</param>
/// <param name="Colour">Of the band and the emblem, as six lower-case hexadecimal digits; null: the product's own green.</param>
public sealed record OfficeIdentity(string Name, string? Line, string? Telephone, string? Colour)
{
    /// <summary>Characters of a name, so that it fits a phone's head beside the emblem.</summary>
    public const int NameCharacters = 40;

    public const int TelephoneCharacters = 30;

    public const int ColourDigits = 6;

    /// <summary>What is shown where a plan says nothing: its place and its issuing body.</summary>
    public static OfficeIdentity Of(Plan plan) => plan.Office ?? new OfficeIdentity(plan.Place, plan.IssuingBody, null, null);

    /// <summary>Whether it is six lower-case hexadecimal digits, and a colour on which white letters can be read: 4.5 to 1 or more (WCAG 2.1, 1.4.3).</summary>
    public static bool IsColour(string text) =>
        text.Length == ColourDigits && text.All(char.IsAsciiHexDigitLower) && Contrast.Of(text, "ffffff") >= Contrast.OfText;
}
