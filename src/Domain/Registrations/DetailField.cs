namespace NtmServerless.Domain.Registrations;

/// <summary>An optional text that a person may give.</summary>
/// <param name="Of">Reads it.</param>
/// <param name="With">The same with another text; whatever else the record holds stays.</param>
public sealed record DetailField(
    string Name, int Limit, PersonalDatum Datum, PersonForms Forms, Func<PersonDetails, string?> Of, Func<PersonDetails, string?, PersonDetails> With)
    : PersonField(Name, Limit, Required: false, Datum, Forms)
{
    /// <summary>Fills in every detail, each by what is said of it.</summary>
    public static T Fill<T>(T record, Func<DetailField, string?> text)
        where T : PersonDetails => (T)Details.Aggregate((PersonDetails)record, (filled, field) => field.With(filled, text(field)));
}
