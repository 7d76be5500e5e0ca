namespace NtmServerless.Domain.Classes;

/// <summary>How many classes of a stream a unit is to hold.</summary>
public sealed record ClassShare(string UnitId, int Classes);
