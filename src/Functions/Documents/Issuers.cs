namespace NtmServerless.Functions.Documents;

/// <summary>What a unit's documents say at their head.</summary>
public static class Issuers
{
    private static readonly DocumentNumber Later = new(null, "");
    private static readonly DocumentDate Undated = new(null, null, null);

    /// <summary>The committee that issued the plan, as a unit; reports are issued for it.</summary>
    public static string CommitteeOf(Plan plan) => plan.Reporting.ApprovedByUnitId
        ?? plan.Units.FirstOrDefault(u => u.Kind == UnitKind.SteeringCommittee)?.Id ?? plan.FindOffice();

    /// <param name="unitId">Null: the body that issued the plan.</param>
    /// <param name="signer">Null: the name is left open.</param>
    public static DocumentHead HeadOf(Plan plan, string? unitId, Signer? signer)
    {
        Unit? unit = unitId is null ? null : plan.FindUnit(unitId);
        return new DocumentHead
        {
            // A people's committee of a commune stands alone at the head of its documents.
            ParentBody = unit is null ? plan.ParentBody : unit.IsCommuneLevel || unit.ParentId is null ? null : plan.FindUnit(unit.ParentId)?.Name,
            IssuingBody = unit?.Name ?? plan.IssuingBody,
            Number = Later,
            Date = Undated,
            Place = unit is { IsCommuneLevel: true } ? unit.PlaceName : plan.Place,
            Signer = signer,
        };
    }
}
