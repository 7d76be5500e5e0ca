using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What is logged of the steps of reports (events 220 to 229).</summary>
internal static partial class ReportLog
{
    [LoggerMessage(EventId = 220, Level = LogLevel.Information, Message = "Report {ReportId} of plan {PlanId}: step {Step} is carried out")]
    public static partial void StepDone(ILogger log, ReportId reportId, PlanId planId, ReportStep step);
}
