namespace NtmServerless.Domain.Plans.Import;

/// <summary>Every parent exists and nobody is, however far up, a parent of itself.</summary>
internal static class UnitTreeRules
{
    public static void Check(IReadOnlyList<Unit> units, ImportErrors errors)
    {
        Dictionary<string, string?> parents = [];
        foreach (Unit unit in units)
            parents.TryAdd(unit.Id, unit.ParentId);
        foreach ((int index, Unit unit) in units.Index())
        {
            if (string.IsNullOrEmpty(unit.ParentId))
                continue;
            if (!parents.ContainsKey(unit.ParentId))
                errors.Add($"$.units[{index}].parentId", "plan-unit-unknown", ("id", unit.ParentId));
            else if (IsAboveItself(unit.Id, parents))
                errors.Add($"$.units[{index}].parentId", "plan-unit-cycle", ("id", unit.Id));
        }
    }

    private static bool IsAboveItself(string id, Dictionary<string, string?> parents)
    {
        string? above = parents[id];
        for (int steps = 0; above is not null && steps < parents.Count; steps++)
        {
            if (above == id)
                return true;
            above = parents.GetValueOrDefault(above);
        }

        return false;
    }
}
