namespace NtmServerless.Rehearsal.Year;

/// <summary>What the rehearsal itself saw: answers that the records must agree with at the end.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public List<Acknowledged> Registrations { get; } = [];

    public List<Acknowledged> WalkIns { get; } = [];

    /// <summary>Codes of registrations whose cancellation was acknowledged.</summary>
    public List<(string ClassId, string Code)> Cancelled { get; } = [];

    public List<(string ClassId, string Sha256)> Evidence { get; } = [];

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Count(string what, int by = 1) => _counts[what] = _counts.GetValueOrDefault(what) + by;
}
