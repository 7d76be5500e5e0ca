namespace NtmServerless.Domain.Telling;

/// <summary>Whether and how somebody heard of something.</summary>
public enum Reach
{
    /// <summary>An officer told the person, and ticked it off.</summary>
    Told,

    /// <summary>A message to the person's phone was taken by the gateway, and did not come back.</summary>
    Messaged,

    /// <summary>A message is on its way; whether it arrives is not known yet.</summary>
    UnderWay,

    /// <summary>A message was not taken at the first try and is tried again, perhaps for a day: nothing to rely on.</summary>
    Retried,

    /// <summary>A message was refused, given up, or came back.</summary>
    Failed,

    /// <summary>The person left no phone.</summary>
    NoPhone,

    /// <summary>There was no message: no gateway was set up.</summary>
    NoMessage,
}
