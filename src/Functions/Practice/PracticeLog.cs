using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Practice;

/// <summary>What is logged of practising (events 720 to 729).</summary>
internal static partial class PracticeLog
{
    [LoggerMessage(EventId = 720, Level = LogLevel.Warning, Message = "The host does not say whether its practice clock is being moved: {Trace}")]
    public static partial void ClockSilent(ILogger log, string trace);

    [LoggerMessage(EventId = 721, Level = LogLevel.Information, Message = "The practice clock is being moved to {Until}")]
    public static partial void ClockMoves(ILogger log, DateTimeOffset until);
}
