namespace NtmServerless.Domain.Post;

/// <summary>What came of an attempt.</summary>
public enum AttemptOutcome
{
    Accepted,

    /// <summary>Not now: the server is away, busy, or says so itself.</summary>
    Deferred,

    /// <summary>Not at all, whatever is tried.</summary>
    Refused,

    /// <summary>The connection was lost after the content went out: it may have been accepted.</summary>
    Unknown,

    /// <summary>There is nobody to send it to any more.</summary>
    NobodyThere,

    /// <summary>What it says was true on a day that is past.</summary>
    TooLate,
}
