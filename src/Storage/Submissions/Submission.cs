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

    /// <summary>
    /// A step of a lifecycle, with a key of its own each time: a step that was done is not due any more, and one that is due again at the
    /// same instant (new dates while business time stands still) must not get the answer of the first.
    /// </summary>
    public static Submission OfStep(string what) => new($"step/{Guid.NewGuid():N}", what, Actor.Lifecycle);
}

/// <summary>What was answered to a submission, kept under its key.</summary>
/// <param name="Refused">The rule that refused it, where that is kept too; null: it was not refused.</param>
internal sealed record StoredAnswer(string ContentHash, string Answer, string? Refused = null);
