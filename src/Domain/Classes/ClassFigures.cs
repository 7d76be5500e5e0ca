namespace NtmServerless.Domain.Classes;

/// <summary>
/// What a class adds to every report: counted once, when the class is closed, from registrations and marks, never changed
/// after. A person attended when present in at least one session, whatever the registration says afterwards.
/// </summary>
public sealed record ClassFigures
{
    /// <summary>People with a seat when the class began; who gave it back after having attended is one of them.</summary>
    public required int Registered { get; init; }

    /// <summary>People who attended, walk-ins included.</summary>
    public required int Attended { get; init; }
    public required int WalkIns { get; init; }

    /// <summary>People who attended and cancelled afterwards; figures fixed before this was counted say none.</summary>
    public int CancelledAfter { get; init; }
    public required int Women { get; init; }

    /// <summary>Attended, by commune id.</summary>
    public required IReadOnlyDictionary<string, int> ByUnit { get; init; }

    /// <summary>Attended, by audience.</summary>
    public required IReadOnlyDictionary<string, int> ByAudience { get; init; }

    /// <summary>Attended, by ethnic group as written; "" where it was not given.</summary>
    public required IReadOnlyDictionary<string, int> ByEthnicGroup { get; init; }

    /// <summary>Money spent, in đồng, by funding source id.</summary>
    public required IReadOnlyDictionary<string, long> Spent { get; init; }
}
