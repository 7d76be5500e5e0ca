namespace NtmServerless.Domain.Classes;

/// <summary>
/// A commune, or one village of it, that registered for a model or strives for a standard this year and so goes first
/// (plan, section I.2). Without a village the whole commune does.
/// </summary>
public sealed record PriorityPlace(string UnitId, string? Village = null)
{
    public bool Includes(string unitId, string village) =>
        UnitId == unitId && (Village is null || VillageName.Folded(Village) == VillageName.Folded(village));
}
