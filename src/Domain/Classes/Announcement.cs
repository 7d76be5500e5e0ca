namespace NtmServerless.Domain.Classes;

/// <summary>What the announcement of a class says. Number is open until the office gives one.</summary>
/// <param name="Trainer">Who teaches; null while that is open.</param>
public sealed record Announcement(
    string? Number,
    string Venue,
    DateTimeOffset RegistrationOpensAt,
    DateTimeOffset RegistrationClosesAt,
    DateTimeOffset AnnouncedAt,
    [property: Personal(PersonalDatum.ReportText)] string? Trainer = null);
