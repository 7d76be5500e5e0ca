using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>What is logged of looks at the system (events 710 to 719).</summary>
internal static partial class StatusLog
{
    [LoggerMessage(EventId = 710, Level = LogLevel.Warning, Message = "The status page could not ask: {Part}; {Trace}")]
    public static partial void PartAway(ILogger log, string part, string trace);

    [LoggerMessage(EventId = 711, Level = LogLevel.Information, Message = "A look through {Rows} rows found {Damaged} damaged ones")]
    public static partial void Looked(ILogger log, int rows, int damaged);
}
