using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Home;

/// <summary>What is logged of the head of pages (events 190 to 199).</summary>
internal static partial class HomeLog
{
    [LoggerMessage(EventId = 190, Level = LogLevel.Warning, Message = "A page is shown without the office's name and the number of unread notices: {Trace}")]
    public static partial void FrameWithoutFacts(ILogger log, string trace);
}
