using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Tours;

/// <summary>What is logged of the steps of tours (events 230 to 239).</summary>
internal static partial class TourLog
{
    [LoggerMessage(EventId = 230, Level = LogLevel.Debug, Message = "Tour {TourId}: step {Step} is carried out")]
    public static partial void StepDone(ILogger log, TourId tourId, TourStep step);
}
