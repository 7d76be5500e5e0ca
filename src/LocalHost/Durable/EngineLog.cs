using Microsoft.Extensions.Logging;

namespace NtmServerless.LocalHost.Durable;

/// <summary>What the engine logs; the event ids 2000-2099 are its own.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(2000, LogLevel.Information, "Durable engine started: {Instances} instances go on; for {WithInbox} messages wait.")]
    public static partial void EngineStarted(this ILogger logger, int instances, int withInbox);

    [LoggerMessage(2001, LogLevel.Information, "Durable engine stopped.")]
    public static partial void EngineStopped(this ILogger logger);

    [LoggerMessage(2010, LogLevel.Information, "Instance {Instance} of {Orchestrator} is now {Status}.")]
    public static partial void StatusChanged(this ILogger logger, string instance, string orchestrator, string status);

    [LoggerMessage(2011, LogLevel.Debug, "Instance {Instance}: turn {Turn} has run.")]
    public static partial void TurnRun(this ILogger logger, string instance, int turn);

    [LoggerMessage(2020, LogLevel.Warning, "Instance {Instance} waits: this app has no orchestrator {Orchestrator}.")]
    public static partial void OrchestratorMissing(this ILogger logger, string instance, string orchestrator);

    [LoggerMessage(2021, LogLevel.Error, "Instance {Instance} of {Orchestrator} failed: {ErrorType}: {ErrorMessage}")]
    public static partial void InstanceFailed(
        this ILogger logger, string instance, string orchestrator, string errorType, string errorMessage);

    [LoggerMessage(2022, LogLevel.Warning, "Activity {Activity} of instance {Instance} failed.")]
    public static partial void ActivityFailed(this ILogger logger, Exception exception, string activity, string instance);

    [LoggerMessage(2030, LogLevel.Warning, "Storage did not answer ({What}); next try in {Delay} ms.")]
    public static partial void StorageFailed(this ILogger logger, Exception exception, string what, double delay);

    [LoggerMessage(2031, LogLevel.Warning, "Instance {Instance}: storage differs from memory; read again.")]
    public static partial void ReadAgain(this ILogger logger, string instance);

    [LoggerMessage(2032, LogLevel.Warning, "Instance {Instance}: leftovers were not deleted.")]
    public static partial void LeftoversKept(this ILogger logger, Exception exception, string instance);

    [LoggerMessage(2033, LogLevel.Critical, "Instance {Instance} stands still: its history is damaged. Bring back a copy of the data folder.")]
    public static partial void InstanceDamaged(this ILogger logger, Exception exception, string instance);

    [LoggerMessage(2040, LogLevel.Critical, "Instance {Instance}: the engine itself failed; it reads the instance again.")]
    public static partial void EngineFailed(this ILogger logger, Exception exception, string instance);
}
