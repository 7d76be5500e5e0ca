namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>What a column of a list says of a person: mostly one field of the form.</summary>
internal sealed record RosterColumn(string Name)
{
    public static readonly RosterColumn FullName = Of(PersonField.FullName);
    public static readonly RosterColumn Birth = Of(PersonField.BirthYear);
    public static readonly RosterColumn Sex = Of(PersonField.Sex);
    public static readonly RosterColumn Phone = Of(PersonField.Phone);
    public static readonly RosterColumn Village = Of(PersonField.Village);
    public static readonly RosterColumn Commune = Of(PersonField.UnitId);
    public static readonly RosterColumn Audience = Of(PersonField.Audience);
    public static readonly RosterColumn Organisation = Of(PersonField.Organisation);

    /// <summary>Nothing that we need: ordinal number, signature, remarks.</summary>
    public static readonly RosterColumn Known = new("known");

    /// <summary>Ticked, or holding the year of birth, for men; the other for women.</summary>
    public static readonly RosterColumn Male = new("male");
    public static readonly RosterColumn Female = new("female");

    /// <summary>Village and commune in one cell.</summary>
    public static readonly RosterColumn Address = new("address");

    public static RosterColumn Of(PersonField field) => new(field.Name);
}
