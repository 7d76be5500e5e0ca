namespace NtmServerless.Functions.Accounts;

/// <summary>What an administrator changes of an account.</summary>
public sealed record AccountChangeForm(string? DisplayName, Role? Role, string? UnitId, string? ExternalId)
{
    public Account Apply(Account account, Plan plan)
    {
        Checks checks = new();
        (string displayName, Role role, string unitId, string? externalId) = Check(checks, plan);
        checks.ThrowIfAny();
        return account with { DisplayName = displayName, Role = role, UnitId = unitId, ExternalId = externalId };
    }

    public (string DisplayName, Role Role, string UnitId, string? ExternalId) Check(Checks checks, Plan plan)
    {
        Role role = checks.Value("role", Role);
        string unit = checks.Text("unitId", UnitId, 60);
        checks.Require(unit.Length == 0 || plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        string name = checks.Text("displayName", DisplayName, 100);
        return (name, role, unit, checks.OptionalText("externalId", ExternalId, 200)?.ToLowerInvariant());
    }
}
