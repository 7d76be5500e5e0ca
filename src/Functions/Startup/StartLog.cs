using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Startup;

/// <summary>What is logged of starting and stopping (events 700 to 799).</summary>
internal static partial class StartLog
{
    [LoggerMessage(EventId = 701, Level = LogLevel.Information, Message = "Open after {Seconds} s: version {Version}, commit {Commit}")]
    public static partial void Opened(ILogger log, double seconds, string version, string commit);

    [LoggerMessage(EventId = 702, Level = LogLevel.Warning, Message = "Not open yet ({Why}); tried again in {Seconds} s")]
    public static partial void NotOpenYet(ILogger log, string why, int seconds);

    [LoggerMessage(EventId = 703, Level = LogLevel.Information, Message = "Stopping version {Version}, commit {Commit}")]
    public static partial void Stopping(ILogger log, string version, string commit);

    [LoggerMessage(EventId = 704, Level = LogLevel.Information, Message = "Class {ClassId}: people keyed anew by rule {Rule}")]
    public static partial void KeyedAnew(ILogger log, ClassId classId, int rule);
}
