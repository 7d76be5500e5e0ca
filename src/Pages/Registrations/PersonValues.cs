using System.Globalization;
using System.Text.Json;

namespace NtmServerless.Pages.Registrations;

/// <summary>What stands in the column of a field: the same on pages and in files.</summary>
public static class PersonValues
{
    /// <summary>A number, a text, or null; the phone with its last digits only.</summary>
    public static object? Of(Applicant person, PersonField field, Plan plan, VietnameseTexts texts) => field switch
    {
        DetailField detail => person.Personal is { } personal ? detail.Of(personal) : null,
        _ when field == PersonField.FullName => person.FullName,
        _ when field == PersonField.BirthYear => person.BirthYear,
        _ when field == PersonField.Sex => texts[person.Sex == Sex.Female ? "person.female" : "person.male"],
        _ when field == PersonField.Phone => person.MaskedPhone(),
        _ when field == PersonField.Village => person.Village,
        _ when field == PersonField.UnitId => plan.FindUnit(person.UnitId)?.ShortName ?? person.UnitId,
        _ when field == PersonField.Audience => texts.Word(person.Audience),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "A field without a value."),
    };

    /// <summary>The person as the fields of a form have them, the phone whole: for who may change it.</summary>
    public static IReadOnlyList<(string Name, string? Value)> InForm(Applicant person) =>
    [
        (PersonField.FullName.Name, person.FullName),
        (PersonField.BirthYear.Name, person.BirthYear.ToString(CultureInfo.InvariantCulture)),
        (PersonField.Sex.Name, Codes.Key(person.Sex)),
        (PersonField.Phone.Name, person.DialledPhone()),
        (PersonField.Village.Name, person.Village),
        (PersonField.UnitId.Name, person.UnitId),
        (PersonField.Audience.Name, JsonNamingPolicy.CamelCase.ConvertName(person.Audience.ToString())),
        .. PersonField.Details.Select(f => (f.Name, person.Personal is { } personal ? f.Of(personal) : null)),
    ];
}
