namespace NtmServerless.Domain.Registrations;

/// <summary>What the figures of a class count. It stays when the person's data is dropped, so no text that a person wrote belongs here.</summary>
public sealed record CountedTraits(Sex Sex, string UnitId, Audience Audience);
