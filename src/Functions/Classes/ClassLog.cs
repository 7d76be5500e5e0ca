using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Classes;

/// <summary>What is logged of the steps of classes (events 210 to 219).</summary>
internal static partial class ClassLog
{
    [LoggerMessage(EventId = 210, Level = LogLevel.Debug, Message = "Class {ClassId}: step {Step} is carried out")]
    public static partial void StepDone(ILogger log, ClassId classId, ClassStep step);
}
