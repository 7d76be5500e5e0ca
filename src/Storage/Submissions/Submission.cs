namespace NtmServerless.Storage.Submissions;

/// <summary>
/// A request that changes records. The same key again gets the first answer again; a key with another content is refused.
/// </summary>
/// <param name="Key">The client's idempotency key, or one of our own for a request that came without.</param>
/// <param name="ContentHash">Hash of what was asked for, to tell a repeat from a mistake.</param>
public sealed record Submission(string Key, string ContentHash, Actor By)
{
    private const string OwnPrefix = "own/";

    /// <summary>Whether the client may ask for the same answer again.</summary>
    public bool MayBeRepeated => !Key.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>A key for a request that came without.</summary>
    public static string OwnKey() => $"{OwnPrefix}{Guid.NewGuid():N}";
}

/// <summary>The idempotency key was used for something else.</summary>
public sealed class SubmissionReusedException() : Exception("The idempotency key belongs to another request.");

/// <summary>There is no such record.</summary>
public sealed class RecordMissingException(string what) : Exception($"Missing: {what}")
{
    /// <summary>Which kind of record: names its Vietnamese text.</summary>
    public string What { get; } = what;
}

/// <summary>The record changed under the request again and again; the request may be repeated as it is.</summary>
public sealed class RecordBusyException(string id) : Exception($"Busy: {id}");

/// <summary>What was answered to a submission, kept under its key.</summary>
/// <param name="Refused">The rule that refused it, where that is kept too; null: it was not refused.</param>
internal sealed record StoredAnswer(string ContentHash, string Answer, string? Refused = null);
