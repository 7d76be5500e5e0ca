namespace NtmServerless.Domain.Post;

/// <summary>Where messages to a unit go.</summary>
/// <param name="Emails">Addresses, in the order that the unit wrote them.</param>
/// <param name="Phones">Phones in the form +84…, for the message gateway.</param>
public sealed record UnitContacts(
    string UnitId,
    [property: Personal(PersonalDatum.Contact)] IReadOnlyList<string> Emails,
    [property: Personal(PersonalDatum.Contact)] IReadOnlyList<string> Phones)
{
    public static UnitContacts None(string unitId) => new(unitId, [], []);
}
