using NtmServerless.Domain.Access;
using NtmServerless.Domain.Accounts;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Units;
using NtmServerless.Rehearsal.Host;

namespace NtmServerless.Rehearsal.Office;

/// <summary>The API key of each unit, made by the administrator on the first morning.</summary>
internal sealed class Keys(string administrator)
{
    private readonly Dictionary<string, string> _ofUnit = new(StringComparer.Ordinal);

    public string Administrator { get; } = administrator;

    public int Count => _ofUnit.Count;

    public bool Has(string unitId) => _ofUnit.ContainsKey(unitId);

    public string this[string unitId] => _ofUnit[unitId];

    public async Task MakeAsync(Client client, Plan plan)
    {
        foreach (Unit unit in plan.Units)
        {
            if (RoleOf(unit.Kind) is not { } role) continue;
            Answer made = (await client.PostAsync(
                $"api/plans/{plan.Id}/keys", new { role, unitId = unit.Id, name = $"Cán bộ {unit.ShortName}" }, Administrator)).Must(201);
            _ofUnit[unit.Id] = made.Text("key");
        }
    }

    private static string? RoleOf(UnitKind kind) => kind switch
    {
        UnitKind.SteeringCommittee => "committee",
        UnitKind.CoordinationOffice or UnitKind.SocioPoliticalOrganisation => "leadUnit",
        UnitKind.CultureOffice or UnitKind.MediaCentre => "cultureOffice",
        UnitKind.Commune or UnitKind.Town => "commune",
        _ => null,
    };
}
