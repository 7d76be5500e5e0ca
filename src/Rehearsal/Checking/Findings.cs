namespace NtmServerless.Rehearsal.Checking;

/// <summary>Collects what was broken, one line each.</summary>
internal sealed class Findings
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Require(bool holds, string broken)
    {
        if (!holds) _lines.Add(broken);
    }

    /// <summary>Two counts that must be the same.</summary>
    public void Same<T>(T recounted, T stored, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(recounted, stored)) _lines.Add($"{what}: đếm lại {recounted}, hồ sơ ghi {stored}");
    }

    /// <summary>Two tables of counts that must be the same; zeros do not matter.</summary>
    public void SameCounts<T>(IEnumerable<KeyValuePair<string, T>> recounted, IEnumerable<KeyValuePair<string, T>> stored, string what)
        where T : System.Numerics.INumber<T>
    {
        string Told(IEnumerable<KeyValuePair<string, T>> counts) => string.Join(
            ", ", counts.Where(c => !T.IsZero(c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
        Same(Told(recounted), Told(stored), what);
    }
}
