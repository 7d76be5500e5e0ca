using Microsoft.DurableTask;

namespace NtmServerless.Functions.Tests.Orchestrations;

/// <summary>
/// Replays an orchestrator over a history that an older version of it has left: what completes is given in order, and from one
/// of them on it is new.
/// </summary>
/// <param name="news">Number of the first completion that is not history.</param>
/// <param name="completions">Results of activities, <see cref="Timer"/> or <see cref="Event"/>.</param>
internal sealed class ScriptedContext(object input, int news, params object?[] completions) : TaskOrchestrationContext
{
    public const string Timer = "timer";
    public const string Event = "event";

    private int _completed;

    /// <summary>What the orchestrator asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The input that it began anew with; null while it did not.</summary>
    public object? Next { get; private set; }

    public override TaskName Name => "scripted";

    public override string InstanceId => "scripted";

    public override DateTime CurrentUtcDateTime => new(2024, 5, 14, 17, 5, 0, DateTimeKind.Utc);

    public override bool IsReplaying => _completed < news;

    public override T GetInput<T>() => (T)input;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Asked.Add(name.Name);
        return Task.FromResult((TResult)completions[_completed++]!);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException("No orchestrator of the app calls another.");

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Asked.Add(Timer);
        return Waited<object>(Timer);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Asked.Add(Event);
        return Waited<T>(Event);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => Next = newInput;

    public override void SetCustomStatus(object? customStatus) => Asked.Add("status");

    public override Guid NewGuid() => Guid.Empty;

    private Task<T> Waited<T>(string what)
    {
        if (_completed == completions.Length || !Equals(completions[_completed], what)) return new TaskCompletionSource<T>().Task;
        _completed++;
        return Task.FromResult<T>(default!);
    }
}
