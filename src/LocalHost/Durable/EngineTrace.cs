using System.Diagnostics;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Spans that connect what a client asked for with the turns, activities and commits that it caused. What caused a start or
/// a message is kept with it as a W3C trace parent, so that the trace goes on after a restart.
/// </summary>
internal static class EngineTrace
{
    public const string SourceName = "NtmServerless.LocalHost.Durable";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Turn(string orchestrator, string instanceId, int number, string? cause)
    {
        Activity? span = Begin($"turn {orchestrator}", instanceId, cause);
        span?.SetTag("durabletask.turn", number);
        return span;
    }

    public static Activity? Activity(string name, string instanceId, string? cause) => Begin($"activity {name}", instanceId, cause);

    public static Activity? Commit(string instanceId, string? cause) => Begin("commit", instanceId, cause);

    private static Activity? Begin(string name, string instanceId, string? cause)
    {
        ActivityContext.TryParse(cause, null, isRemote: true, out ActivityContext parent);
        // Whatever is current in this thread is not the cause.
        Activity? before = System.Diagnostics.Activity.Current;
        System.Diagnostics.Activity.Current = null;
        Activity? span = Source.StartActivity(name, ActivityKind.Internal, parent);
        if (span is null)
            System.Diagnostics.Activity.Current = before;
        return span?.SetTag("durabletask.task.instance_id", instanceId);
    }
}
