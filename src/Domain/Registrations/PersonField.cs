namespace NtmServerless.Domain.Registrations;

/// <summary>
/// One field of a person. Forms, lists, the import, mappings of outside forms and the privacy page go through
/// <see cref="All"/>; the words of each stand in <c>person.json</c> of the texts under its name.
/// </summary>
/// <param name="Name">As in the form's JSON and in its errors.</param>
/// <param name="Limit">Most characters; 0 where it is no text.</param>
/// <param name="Required">Without it there is no registration.</param>
/// <param name="Datum">The entry of the register of personal data that it belongs to.</param>
/// <param name="Forms">The forms that ask for it.</param>
public record PersonField(string Name, int Limit, bool Required, PersonalDatum Datum, PersonForms Forms)
{
    private const PersonForms Everywhere = PersonForms.Public | PersonForms.Officer | PersonForms.WalkIn | PersonForms.List | PersonForms.Outside;
    private const PersonForms NotAtTheDoor = Everywhere & ~PersonForms.WalkIn;

    public static readonly PersonField FullName = new("fullName", 100, true, PersonalDatum.Identity, Everywhere);
    public static readonly PersonField BirthYear = new("birthYear", 0, true, PersonalDatum.Identity, Everywhere);
    public static readonly PersonField Sex = new("sex", 0, true, PersonalDatum.Sex, Everywhere);
    public static readonly PersonField Phone = new("phone", 30, false, PersonalDatum.Phone, NotAtTheDoor);
    public static readonly PersonField Village = new("village", 100, true, PersonalDatum.Identity, Everywhere);
    public static readonly PersonField UnitId = new("unitId", 60, true, PersonalDatum.Identity, Everywhere) { OutsideName = "commune" };
    public static readonly PersonField Audience = new("audience", 0, true, PersonalDatum.Audience, Everywhere);

    private static readonly DetailField EthnicGroup = new(
        "ethnicGroup", 50, PersonalDatum.EthnicGroup, NotAtTheDoor & ~PersonForms.Outside,
        d => d.EthnicGroup, (d, text) => d with { EthnicGroup = text });

    public static readonly DetailField Organisation = new(
        "organisation", 150, PersonalDatum.Audience, NotAtTheDoor,
        d => d.Organisation, (d, text) => d with { Organisation = text })
    { OutsideName = "position" };

    /// <summary>In the order in which forms and lists have them.</summary>
    public static IReadOnlyList<PersonField> All { get; } =
        [FullName, BirthYear, Sex, EthnicGroup, Phone, Village, UnitId, Audience, Organisation];

    /// <summary>The optional texts among them.</summary>
    public static IReadOnlyList<DetailField> Details { get; } = [.. All.OfType<DetailField>()];

    /// <summary>How a mapping of an outside form names it.</summary>
    public string OutsideName { get; init; } = Name;

    /// <summary>The fields that a form asks for.</summary>
    public static IEnumerable<PersonField> In(PersonForms form) => All.Where(f => f.Forms.HasFlag(form));
}
