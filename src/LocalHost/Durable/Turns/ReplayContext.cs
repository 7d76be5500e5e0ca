using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>The orchestrator's context over recorded turns and one new turn.</summary>
internal sealed class ReplayContext(Execution execution, TurnLoop loop) : TaskOrchestrationContext
{
    /// <summary>
    /// An activity called with this tag ("true") has its result recorded before anything follows from it. On Azure every
    /// result is, and the tag says nothing.
    /// </summary>
    public const string DurableResult = "durable-result";

    private readonly DecisionLog _log = new(loop);
    private readonly EventWaits _events = new();
    private readonly Dictionary<int, TaskCompletionSource<Outcome>> _open = [];
    private Turn _turn = new(0, default, default, [], []);
    private int _guids;

    public override TaskName Name => execution.Name;

    public override string InstanceId => execution.InstanceId;

    public override string Version => execution.Version;

    public override DateTime CurrentUtcDateTime => _turn.At.UtcDateTime;

    public override bool IsReplaying => _log.IsReplaying;

    /// <summary>What the new turn decided, once.</summary>
    public IReadOnlyList<HistoryEvent> TakeDecided() => _log.TakeFresh();

    /// <summary>Whether something durable is awaited.</summary>
    public bool IsWaiting => _open.Count > 0 || _events.IsWaitedFor;

    /// <summary>The custom status that the turn set last, if it set one.</summary>
    public (bool IsSet, string? Json) CustomStatus { get; private set; }

    /// <summary>What ContinueAsNew asked for.</summary>
    public (string? Input, bool KeepEvents)? Again { get; private set; }

    /// <summary>Events that nobody waited for.</summary>
    public IReadOnlyList<EventReceived> Unprocessed => _events.Unprocessed;

    /// <summary>Machine time of the current turn.</summary>
    public DateTimeOffset MachineAt => _turn.MachineAt;

    public void Begin(Turn turn, bool replaying)
    {
        _turn = turn;
        CustomStatus = default;
        _log.Begin(turn, replaying);
    }

    public void End() => _log.End(_turn);

    /// <summary>Completes what waits for it; what nobody waits for any more is dropped.</summary>
    public void Deliver(HistoryEvent received)
    {
        if (received is EventReceived raised)
            _events.Raise(raised);
        else if (received is Outcome outcome && _open.Remove(outcome.Id, out TaskCompletionSource<Outcome>? source))
            source.SetResult(outcome);
    }

    public override T? GetInput<T>() where T : default => DurableJson.Converter.Deserialize<T>(execution.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        // An easy mistake, as the input takes any object; the official context refuses it too.
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions were given as the activity's input.", nameof(input));
        string? text = DurableJson.Converter.Serialize(input);
        bool isDurable = options?.Tags?.TryGetValue(DurableResult, out string? tag) is true && tag == "true";
        string? json = await TaskRetry.RunAsync(this, name, options, id => new ActivityScheduled(id, name.Name, text) { IsDurable = isDurable });
        return DurableJson.Converter.Deserialize<TResult>(json)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        string child = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        string? text = DurableJson.Converter.Serialize(input);
        string version = options?.Version?.Version ?? "";
        // Every attempt has the same id, as in the official context: a new one takes the place of the one that failed.
        string? json = await TaskRetry.RunAsync(this, orchestratorName, options, id => new ChildStarted(id, orchestratorName.Name, child, text, version));
        return DurableJson.Converter.Deserialize<TResult>(json)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        // A time of no kind is UTC, as it is on Azure, whatever this PC's time zone.
        DateTime utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        return TimerAsync(Open(id => new TimerCreated(id, utc)), cancellationToken);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Guard();
        EventReceived raised = await _events.WaitAsync(eventName, loop, cancellationToken);
        return DurableJson.Converter.Deserialize<T>(raised.Payload)!;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Guard();
        Again = (DurableJson.Converter.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        Guard();
        CustomStatus = (true, DurableJson.Converter.Serialize(customStatus));
    }

    public override Guid NewGuid()
    {
        Guard();
        return DeterministicGuid.Of(execution.InstanceId, execution.Key, _guids++);
    }

    /// <summary>Decides something and gives its number and its end.</summary>
    public (int Id, TaskCompletionSource<Outcome> End) Open(Func<int, Decision> decide)
    {
        Guard();
        int id = _log.NextId;
        _log.Add(decide(id), _turn);
        return (id, _open[id] = new TaskCompletionSource<Outcome>());
    }

    private async Task TimerAsync((int Id, TaskCompletionSource<Outcome> End) timer, CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.Register(() =>
        {
            if (!loop.IsHere || !_open.Remove(timer.Id))
                return;
            _log.AddCancelled(timer.Id);
            timer.End.SetCanceled(cancellation);
        });
        await timer.End.Task;
    }

    private void Guard()
    {
        if (loop.IsHere)
            return;
        loop.Violate(TurnLoop.NotDurable);
        throw new NonDeterministicOrchestrationException(TurnLoop.NotDurable);
    }
}
