namespace NtmServerless.Domain.Plans;

/// <summary>Bodies that the plan names for something: the leads, the partners, a recipient.</summary>
/// <param name="Text">The plan's own words; null where the plan is silent.</param>
/// <param name="UnitIds">Units named one by one.</param>
/// <param name="Kinds">Kinds of which every unit is meant, as in "UBND các xã".</param>
public sealed record PlanParties(string? Text, IReadOnlyList<string> UnitIds, IReadOnlyList<UnitKind> Kinds)
{
    /// <summary>Nobody is named: open until an office decides.</summary>
    public static PlanParties Open { get; } = new(null, [], []);

    /// <summary>Whether the plan leaves open who it is.</summary>
    public bool IsOpen => UnitIds.Count == 0 && Kinds.Count == 0;

    /// <summary>
    /// Whether a unit may lead what these are to lead: one of them; where the plan leaves it open, any that does such work itself (plan,
    /// sections II.1 and II.2).
    /// </summary>
    public bool MayBeLedBy(Unit unit) => IsOpen ? unit.RunsClasses : Include(unit);

    /// <summary>What is said of a unit that may not: which ones the plan names, or that it has such work done by others.</summary>
    public FieldError NotLedBy(string field) => IsOpen ? new(field, "unit-cannot-lead") : new(field, "lead-not-named", ("named", Text ?? ""));

    /// <summary>Whether the unit is among them.</summary>
    public bool Include(Unit unit) => UnitIds.Contains(unit.Id) || Kinds.Contains(unit.Kind);
}
