using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Privacy;

/// <summary>What is logged of retention (events 600 to 699). Numbers and ids of records.</summary>
internal static partial class RetentionLog
{
    [LoggerMessage(EventId = 600, Level = LogLevel.Information, Message = "Class {ClassId}: {Count} registrations have no personal data any more")]
    public static partial void Anonymised(ILogger log, ClassId classId, int count);

    [LoggerMessage(EventId = 601, Level = LogLevel.Information, Message = "Tour {TourId}: its members are forgotten")]
    public static partial void TourForgotten(ILogger log, TourId tourId);
}
