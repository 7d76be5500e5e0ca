namespace NtmServerless.Domain.Post;

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    /// <summary>Not sent yet, or to be tried again.</summary>
    Waiting,

    /// <summary>An attempt is under way, or the process that made it died.</summary>
    Sending,
    Sent,

    /// <summary>Refused for good, or all attempts are used up.</summary>
    Failed,

    /// <summary>There is nobody to send it to any more (the address or phone is gone), or nothing to say (the day that it names is past).</summary>
    Dropped,
}
