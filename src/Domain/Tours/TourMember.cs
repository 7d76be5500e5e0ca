namespace NtmServerless.Domain.Tours;

/// <summary>One member of the delegation, named by a unit.</summary>
[Personal(PersonalDatum.TourMember)]
public sealed record TourMember(string Code, string FullName, string Position, string UnitId, string? Phone, string PersonKey, bool Travelled);
