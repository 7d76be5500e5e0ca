namespace NtmServerless.Functions.PeriodicReports;

/// <summary>A class as a report counted it.</summary>
/// <param name="Declared">Where it stood as a unit's own declaration; null: a class of the program.</param>
public sealed record CountedClass(
    string Id, string Title, string StreamId, string LeadUnitId, string HostUnitId, DateOnly? FirstDay, DateOnly? LastDay, ClassStage Stage, DateOnly? ApprovedOn,
    int? Registered, int? Attended, int? WalkIns, int? Women, long? Spent,
    int Number = 0, int NumberInPlan = 0, DeclarationStage? Declared = null)
{
    /// <summary>What it counts by commune, audience and ethnic group, and money by source; null in rows kept before they were.</summary>
    public IReadOnlyDictionary<string, int>? ByUnit { get; init; }

    /// <inheritdoc cref="ByUnit"/>
    public IReadOnlyDictionary<string, int>? ByAudience { get; init; }

    /// <inheritdoc cref="ByUnit"/>
    public IReadOnlyDictionary<string, int>? ByEthnicGroup { get; init; }

    /// <inheritdoc cref="ByUnit"/>
    public IReadOnlyDictionary<string, long>? SpentBySource { get; init; }
}

/// <summary>What one unit did by one channel on a day.</summary>
public sealed record CountedWork(DateOnly Date, string UnitId, CommunicationChannel Channel, int Count);

/// <summary>A tour as a report counted it.</summary>
public sealed record CountedTour(string Name, string LeadUnitId, DateOnly? DepartsOn, DateOnly? ReturnsOn, int Travelled, long? Spent, DateOnly ClosedOn)
{
    /// <summary>Null in rows kept before it was.</summary>
    public IReadOnlyDictionary<string, long>? SpentBySource { get; init; }
}

/// <summary>One line of the rows that are kept: one of the three.</summary>
/// <param name="PlanId">The earlier plan that it is carried from; null: the report's own.</param>
public sealed record CountedRow(CountedClass? Class = null, CountedWork? Work = null, CountedTour? Tour = null, string? PlanId = null);
