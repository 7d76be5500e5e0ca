using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Languages;

/// <summary>What is logged of languages (events 430 to 439).</summary>
internal static partial class LanguageLog
{
    [LoggerMessage(EventId = 430, Level = LogLevel.Warning, Message = "The languages of the villagers' pages were not read, the page is Vietnamese: {Trace}")]
    public static partial void NotFound(ILogger log, string trace);
}
