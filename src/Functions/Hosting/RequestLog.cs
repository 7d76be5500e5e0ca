using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Hosting;

/// <summary>What is logged of requests (events 100 to 199). Never what somebody sent.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Error, Message = "{Function} failed: {Code}; {Trace}")]
    public static partial void Failed(ILogger log, string function, string code, string trace);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "{Function} was put off with {Code} and can be sent again: {Trace}")]
    public static partial void PutOff(ILogger log, string function, string code, string trace);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Activity {Function} finds the storage away and is run again until it is back: {Trace}")]
    public static partial void ActivityWaits(ILogger log, string function, string trace);
}
