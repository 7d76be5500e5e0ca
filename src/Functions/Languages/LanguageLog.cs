using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Languages;

/// <summary>What is logged of languages (events 430 to 439).</summary>
internal static partial class LanguageLog
{
    [LoggerMessage(EventId = 430, Level = LogLevel.Warning, Message = "The languages of the villagers' pages could not be read ({Trace}); the page is Vietnamese.")]
    public static partial void NotFound(ILogger log, string trace);
}
