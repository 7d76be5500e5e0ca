namespace NtmServerless.Domain.Classes;

/// <summary>
/// A class that a unit held without putting it into the year, and that the office accepted: it uses up the unit's share as one in the year does.
/// </summary>
public sealed record DeclaredShare(string UnitId, string StreamId)
{
    /// <summary>How many a unit has of a stream.</summary>
    public static int Of(string unitId, string streamId, IEnumerable<DeclaredShare> declared) =>
        declared.Count(d => d.UnitId == unitId && d.StreamId == streamId);
}
