namespace NtmServerless.Functions.Plans;

/// <summary>What the pages say of the office.</summary>
public sealed record OfficeForm(string? Name, string? Line, string? Telephone, string? Colour)
{
    private const int LongestLine = 200;

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public OfficeIdentity Check()
    {
        Checks checks = new();
        OfficeIdentity office = new(
            checks.Text("name", Name, OfficeIdentity.NameCharacters), checks.OptionalText("line", Line, LongestLine),
            checks.OptionalText("telephone", Telephone, OfficeIdentity.TelephoneCharacters), string.IsNullOrEmpty(Colour) ? null : Colour);
        checks.Require(office.Telephone is null || office.Telephone.Count(char.IsAsciiDigit) >= 3, "telephone", "office-telephone");
        checks.Require(office.Colour is null || OfficeIdentity.IsColour(office.Colour), "colour", "plan-colour");
        checks.ThrowIfAny();
        return office;
    }
}
