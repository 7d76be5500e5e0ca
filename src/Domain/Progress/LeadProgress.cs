namespace NtmServerless.Domain.Progress;

/// <summary>One unit and the classes that it leads.</summary>
/// <param name="InTheYear">Not called off, accepted ones that it declared included.</param>
/// <param name="Held">Of these, how many were held.</param>
public sealed record LeadProgress(string UnitId, int InTheYear, int Held)
{
    /// <summary>Units that lead anything, those with the most classes first.</summary>
    internal static IReadOnlyList<LeadProgress> Of(IEnumerable<TrainingClass> active, IEnumerable<DeclaredClass> accepted) =>
    [
        .. active.Select(c => (c.LeadUnitId, IsHeld: HoldingFacts.IsHeld(c))).Concat(accepted.Select(d => (LeadUnitId: d.UnitId, IsHeld: true)))
            .GroupBy(c => c.LeadUnitId).Select(g => new LeadProgress(g.Key, g.Count(), g.Count(c => c.IsHeld)))
            .OrderByDescending(l => l.InTheYear).ThenByDescending(l => l.Held).ThenBy(l => l.UnitId, StringComparer.Ordinal),
    ];
}
