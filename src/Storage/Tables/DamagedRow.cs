namespace NtmServerless.Storage.Tables;

/// <summary>A row that holds no record that this version can read. Keys are ids and hashes: they name nobody.</summary>
/// <param name="Kind">The record that should stand there.</param>
/// <param name="Place">Where in the record reading ended, as a JSON path; null where it is no JSON.</param>
public sealed record DamagedRow(string Table, string Partition, string Row, string Kind, string? Place = null);
