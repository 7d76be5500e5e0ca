namespace NtmServerless.Storage.Tables;

/// <summary>
/// While this is open, lists that are read leave damaged rows out instead of failing, and it counts them. Opened by the door for
/// requests that only show a list, and by nothing that counts, decides or makes a document: those need every row.
/// </summary>
public sealed class LeavingOut : IDisposable
{
    private static readonly AsyncLocal<LeavingOut?> Current = new();

    private readonly Lock _lock = new();
    private readonly HashSet<DamagedRow> _rows = [];
    private readonly LeavingOut? _before = Current.Value;

    private LeavingOut()
    {
    }

    /// <summary>How many rows were left out so far by whoever reads now.</summary>
    public static int Missing => Current.Value?.Count ?? 0;

    /// <summary>How many rows were left out.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _rows.Count;
        }
    }

    /// <summary>Opens it for what is called from here on.</summary>
    public static LeavingOut Begin()
    {
        LeavingOut begun = new();
        Current.Value = begun;
        return begun;
    }

    public void Dispose() => Current.Value = _before;

    internal static bool Takes(RecordDamagedException damaged)
    {
        if (Current.Value is not { } open) return false;
        lock (open._lock) open._rows.Add(damaged.Damage);
        return true;
    }
}
