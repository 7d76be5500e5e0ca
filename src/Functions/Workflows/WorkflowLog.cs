using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Workflows;

/// <summary>What is logged of workflows (events 200 to 209) and of what is published late (300 to 309).</summary>
internal static partial class WorkflowLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "Starting {Orchestrator} {InstanceId}")]
    public static partial void Starting(ILogger log, string orchestrator, string instanceId);

    [LoggerMessage(EventId = 201, Level = LogLevel.Information, Message = "{Orchestrator} {InstanceId} was driven on: {Done}")]
    public static partial void DrivenOn(ILogger log, string orchestrator, string instanceId, Redrive done);

    [LoggerMessage(EventId = 202, Level = LogLevel.Warning, Message = "{InstanceId} ended before it could be woken; it is started again where it should run: {Trace}")]
    public static partial void EndedMeanwhile(ILogger log, string instanceId, string trace);

    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "{Count} changes were published late")]
    public static partial void Swept(ILogger log, int count);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "The rounds of a start failed and are tried again: {Trace}")]
    public static partial void NotCaughtUp(ILogger log, string trace);
}
