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

/// <summary>What was answered to a submission, kept under its key.</summary>
/// <param name="Refused">The rule that refused it, where that is kept too; null: it was not refused.</param>
internal sealed record StoredAnswer(string ContentHash, string Answer, string? Refused = null);
