using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Post;

/// <summary>What is logged of messages that leave the house (events 310 to 319). Ids of messages; no address, and not what the other side said, which may repeat one.</summary>
internal static partial class PostLog
{
    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "Message {MessageId} by {Channel} was refused and is given up")]
    public static partial void Refused(ILogger log, string messageId, MessageChannel channel);

    [LoggerMessage(EventId = 311, Level = LogLevel.Warning, Message = "Message {MessageId} by {Channel} was not taken ({Outcome}), attempt {Attempt}; it is tried again at {NextAt}")]
    public static partial void NotSent(ILogger log, string messageId, MessageChannel channel, AttemptOutcome outcome, int attempt, DateTimeOffset? nextAt);

    [LoggerMessage(EventId = 312, Level = LogLevel.Warning, Message = "Message {MessageId} by {Channel} is given up: {Outcome}")]
    public static partial void GivenUp(ILogger log, string messageId, MessageChannel channel, AttemptOutcome outcome);

    [LoggerMessage(EventId = 313, Level = LogLevel.Warning, Message = "The mail server did not take a message: {Trace}")]
    public static partial void MailFailed(ILogger log, string trace);

    [LoggerMessage(EventId = 314, Level = LogLevel.Warning, Message = "The gateway for messages did not take a message: {Trace}")]
    public static partial void GatewayFailed(ILogger log, string trace);
}
