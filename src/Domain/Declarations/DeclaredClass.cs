namespace NtmServerless.Domain.Declarations;

/// <summary>
/// A class that a unit held without registration and declares afterwards. It counts like an approved class from the day on which the
/// office accepts it, and is marked as the unit's own word wherever it counts. It holds numbers only: no participant is named.
/// </summary>
public sealed record DeclaredClass
{
    public required PlanId PlanId { get; init; }

    public required DeclarationId Id { get; init; }

    /// <summary>The unit that declares it.</summary>
    public required string UnitId { get; init; }

    public required string StreamId { get; init; }

    /// <summary>The commune in which it was held: its people are counted there.</summary>
    public required string HostUnitId { get; init; }

    public required string Place { get; init; }

    public required string Title { get; init; }

    public string? Content { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required int Attended { get; init; }

    public required int Women { get; init; }

    /// <summary>Attended, by audience; empty where the unit does not say.</summary>
    public IReadOnlyDictionary<string, int> ByAudience { get; init; } = new Dictionary<string, int>();

    /// <summary>Attended, by ethnic group as written; empty where the unit does not say.</summary>
    public IReadOnlyDictionary<string, int> ByEthnicGroup { get; init; } = new Dictionary<string, int>();

    /// <summary>By funding source, in đồng; sources without any are left out.</summary>
    public IReadOnlyList<Spending> Spent { get; init; } = [];

    public DeclarationScan? Scan { get; init; }

    public string? Note { get; init; }

    /// <summary>Ids of classes of the same commune on the same days that the unit says are others.</summary>
    public IReadOnlyList<string> OtherThanIds { get; init; } = [];

    public DeclarationStage Stage { get; init; }

    /// <summary>Null until the office accepts it: this is its approval.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What happened to it, the first first.</summary>
    public IReadOnlyList<DeclarationEvent> History { get; init; } = [];
}
