namespace NtmServerless.Storage.Tables;

/// <summary>
/// What is stored cannot be read by this version: it was cut off, changed by hand, or written by a newer version. Nobody's request
/// is at fault. The message names the row and nothing that stands in it.
/// </summary>
public sealed class RecordDamagedException(DamagedRow damage, Exception? why = null)
    : Exception($"Row {damage.Table}/{damage.Partition}/{damage.Row} does not hold a {damage.Kind} that this version can read.", why)
{
    /// <summary>Which row it is.</summary>
    public DamagedRow Damage { get; } = damage;
}
