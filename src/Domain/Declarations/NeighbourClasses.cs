namespace NtmServerless.Domain.Declarations;

/// <summary>What a class might stand in as well: the classes of a plan some of whose days belong into both (<see cref="PlanDays"/>).</summary>
public sealed record NeighbourClasses(Plan Plan, IReadOnlyList<TrainingClass> Classes, IReadOnlyList<DeclaredClass> Declared)
{
    /// <summary>Ids of what might be the same class.</summary>
    public IReadOnlyList<string> SameAs(DeclaredClass d) => [.. SameClasses.Of(d, Classes, Declared)];
}
