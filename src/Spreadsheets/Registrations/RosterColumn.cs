namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>What a column of a list says of a person.</summary>
internal enum RosterColumn
{
    /// <summary>Nothing that we need: ordinal number, signature, remarks.</summary>
    Known,
    FullName,
    Birth,
    Sex,

    /// <summary>Ticked, or holding the year of birth, for men; the other for women.</summary>
    Male,
    Female,
    EthnicGroup,
    Phone,
    Village,
    Commune,

    /// <summary>Village and commune in one cell.</summary>
    Address,
    Audience,
    Organisation,
}
