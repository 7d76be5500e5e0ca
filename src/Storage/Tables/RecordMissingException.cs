namespace NtmServerless.Storage.Tables;

/// <summary>There is no such record.</summary>
public sealed class RecordMissingException(string what) : Exception($"Missing: {what}")
{
    /// <summary>Which kind of record: names its Vietnamese text.</summary>
    public string What { get; } = what;
}
