namespace NtmServerless.LocalHost.Durable;

/// <summary>The named points of the commit protocol; whoever tests it may end the process at any of them.</summary>
internal enum CommitPoint
{
    /// <summary>A start is about to be recorded.</summary>
    Start,

    /// <summary>A start is recorded, and its client not told.</summary>
    Started,

    /// <summary>A turn has run in memory.</summary>
    Turn,

    /// <summary>A commit is about to write its large texts.</summary>
    Prepare,

    /// <summary>Large texts are in blobs, the transaction is not sent.</summary>
    Send,

    /// <summary>The transaction is written, memory does not know it.</summary>
    Written,

    /// <summary>Memory knows it, senders do not.</summary>
    Known,

    /// <summary>Senders are told; leftovers are not deleted.</summary>
    Told,

    /// <summary>An activity has ended, nothing is recorded of it.</summary>
    ActivityEnded,

    /// <summary>The end of an instance is recorded, its inbox is not cleared.</summary>
    Ended,
}
