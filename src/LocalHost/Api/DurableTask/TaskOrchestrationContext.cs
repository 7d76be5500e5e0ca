namespace Microsoft.DurableTask;

/// <summary>What an orchestrator sees and does; everything is recorded and replayed.</summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>Name of the orchestrator.</summary>
    public abstract TaskName Name { get; }

    /// <summary>Id of the instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>Time of the current turn (UTC); the same in every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code runs over turns that were recorded before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Version that the instance was started with; empty when none.</summary>
    public virtual string Version => "";

    /// <summary>The input; the default when there is none.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Runs an activity without input.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Runs an activity without input.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Runs an activity.</summary>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Runs another orchestrator as an instance of its own and waits for its end.</summary>
    /// <exception cref="TaskFailedException">It failed or was terminated, or another instance of its id has not ended.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Runs another orchestrator without input.</summary>
    /// <exception cref="TaskFailedException">It failed or was terminated, or another instance of its id has not ended.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Runs another orchestrator without input.</summary>
    /// <exception cref="TaskFailedException">It failed or was terminated, or another instance of its id has not ended.</exception>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Runs another orchestrator as an instance of its own and gives its output.</summary>
    /// <exception cref="TaskFailedException">It failed or was terminated, or another instance of its id has not ended.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Completes after the delay; cancelled by the token.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Completes at the moment (UTC), at once if it has passed; cancelled by the token.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Completes with the payload of the next event of that name (without case), raised before or after.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>As without a time-out, but cancelled after it.</summary>
    /// <exception cref="TaskCanceledException">No event came in time.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>As without a time-out, but cancelled after it or by the token.</summary>
    /// <exception cref="TaskCanceledException">No event came in time.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stopTimer = new();
        using CancellationTokenSource stopWaiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = CreateTimer(timeout, stopTimer.Token);
        Task<T> wait = WaitForExternalEvent<T>(eventName, stopWaiting.Token);
        CancellationTokenSource loser = await Task.WhenAny(wait, timer) == wait ? stopTimer : stopWaiting;
        // CancelAsync would go on in another thread, which no orchestrator may.
#pragma warning disable CA1849
        loser.Cancel();
#pragma warning restore CA1849
        return await wait;
    }

    /// <summary>Ends this execution when the orchestrator returns and starts it again with the input and an empty history.</summary>
    /// <param name="newInput">Input of the next execution.</param>
    /// <param name="preserveUnprocessedEvents">Whether events that nobody waited for go on to it.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>Sets what clients read as custom status.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>A new id, the same in every replay.</summary>
    public abstract Guid NewGuid();
}
