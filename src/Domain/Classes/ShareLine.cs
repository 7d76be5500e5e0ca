namespace NtmServerless.Domain.Classes;

/// <summary>What a unit gets, as written into the form.</summary>
public sealed record ShareLine(string? UnitId, int? Classes);
