namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>
/// Runs an orchestrator's continuations one after the other in the turn's thread. A continuation that comes from
/// another thread shows that something not durable was awaited; that is a violation, and nothing goes on after it.
/// </summary>
internal sealed class TurnLoop : SynchronizationContext
{
    public const string NotDurable =
        "The orchestrator awaited a task that is not durable; await only tasks of its context (activities, timers, events).";

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Call, object? State)> _queue = [];
    private readonly TaskCompletionSource _violated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _thread = -1;
    private Action<string>? _late;

    /// <summary>What was done wrong; null while nothing was.</summary>
    public string? Violation { get; private set; }

    /// <summary>Completes at the first violation.</summary>
    public Task Violated => _violated.Task;

    /// <summary>Whether the caller is the orchestrator in its turn.</summary>
    public bool IsHere => Environment.CurrentManagedThreadId == Volatile.Read(ref _thread);

    public override SynchronizationContext CreateCopy() => this;

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator cannot be called from elsewhere.");

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere)
            _queue.Enqueue((d, state));
        else
            Violate(NotDurable);
    }

    /// <summary>Runs the body with this loop as the thread's context.</summary>
    public void Run(Action body)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            body();
        }
        finally
        {
            Volatile.Write(ref _thread, -1);
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs continuations until none is left or a violation is seen.</summary>
    public void Pump()
    {
        while (Violation is null && _queue.TryDequeue(out (SendOrPostCallback Call, object? State) next))
            next.Call(next.State);
    }

    /// <summary>Records the first violation.</summary>
    public void Violate(string message)
    {
        Action<string>? late;
        lock (_gate)
        {
            Violation ??= message;
            late = _late;
        }

        _violated.TrySetResult();
        late?.Invoke(message);
    }

    /// <summary>A turn begins: what is violated in it is seen at its end.</summary>
    public void Open()
    {
        lock (_gate)
            _late = null;
    }

    /// <summary>The turn is over and saw no violation: one that comes from here on goes to <paramref name="late"/>.</summary>
    public void Close(Action<string> late)
    {
        string? justNow;
        lock (_gate)
        {
            _late = late;
            justNow = Violation;
        }

        if (justNow is not null)
            late(justNow);
    }
}
