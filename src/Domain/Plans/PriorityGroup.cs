namespace NtmServerless.Domain.Plans;

/// <summary>Whom the plan puts first (section I.2): who belongs to it stays empty until an office sets it.</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Text">The plan's own words.</param>
/// <param name="UnitIds">Communes that registered.</param>
/// <param name="Villages">Villages that registered.</param>
public sealed record PriorityGroup(string Id, string Text, IReadOnlyList<string> UnitIds, IReadOnlyList<PriorityVillage> Villages);

/// <summary>A village of a commune, by name.</summary>
public sealed record PriorityVillage(string UnitId, string Name);
