namespace NtmServerless.Domain.Access;

/// <summary>Who asks: a role and the unit it is held in. <paramref name="Name"/> is what the audit trail shows.</summary>
public sealed record Caller(Role Role, string UnitId, [property: Personal(PersonalDatum.Account)] string Name)
{
    public bool IsAdministrator => Role == Role.Administrator;
}
