namespace NtmServerless.Domain.Plans.Import;

/// <summary>Whose the pages are.</summary>
internal static class OfficeReader
{
    public static OfficeIdentity Office(PlanObject office) => new(
        office.Text("name", OfficeIdentity.NameCharacters),
        office.OptionalText("line", PlanLimits.NameCharacters),
        office.OptionalText("telephone", OfficeIdentity.TelephoneCharacters),
        office.Optional<string?>("colour", null, Colour));

    // A colour on which white letters cannot be read would hide the page's own head.
    private static string? Colour(PlanNode node)
    {
        string colour = node.Text(OfficeIdentity.ColourDigits);
        return colour.Length == 0 ? null : OfficeIdentity.IsColour(colour) ? colour : node.Wrong<string?>("plan-colour", null);
    }
}
