namespace NtmServerless.Domain.Classes;

/// <summary>What the announcement of a class says. Number is open until the office gives one.</summary>
public sealed record Announcement(
    string? Number,
    string Venue,
    DateTimeOffset RegistrationOpensAt,
    DateTimeOffset RegistrationClosesAt,
    DateTimeOffset AnnouncedAt);
