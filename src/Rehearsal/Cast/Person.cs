namespace NtmServerless.Rehearsal.Cast;

/// <summary>Somebody who takes part. Audience and sex as they go over the wire.</summary>
internal sealed record Person(
    string FullName, int BirthYear, bool Woman, string EthnicGroup, string? Phone, string Village, string UnitId, string Audience, string? Organisation)
{
    public string Sex => Woman ? "female" : "male";

    /// <summary>The registration form as JSON.</summary>
    public object Form(bool another = false) => new
    {
        FullName,
        BirthYear,
        Sex,
        EthnicGroup,
        Phone,
        Village,
        UnitId,
        Audience,
        Organisation,
        Consent = true,
        AnotherPerson = another,
    };

    /// <summary>The same as a plain form post, where a box that is not ticked is not sent.</summary>
    public Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["fullName"] = FullName,
        ["birthYear"] = $"{BirthYear}",
        ["sex"] = Sex,
        ["ethnicGroup"] = EthnicGroup,
        ["phone"] = Phone ?? "",
        ["village"] = Village,
        ["unitId"] = UnitId,
        ["audience"] = Audience,
        ["organisation"] = Organisation ?? "",
        ["consent"] = "on",
    };
}
