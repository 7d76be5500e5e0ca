using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// The durable engine of one PC. Storage is the truth; memory runs ahead of it by at most one commit an instance and what
/// waits for it. Nothing is polled: clients in this process bring what they want, and business time comes in through
/// <see cref="IDueSource"/>.
/// </summary>
internal sealed class DurableEngine : IDueSource, IDisposable
{
    /// <summary>Resting instances that memory keeps whole.</summary>
    private const int Warm = 256;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, LiveInstance> _live = new(StringComparer.Ordinal);
    private readonly WarmInstances _warm = new(Warm);
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly InstanceStore _store;
    private readonly InFlight _inFlight;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly StorageRetry _storage;
    private readonly InstanceDriver _driver;
    private volatile bool _started;

    public DurableEngine(
        InstanceStore store, IFunctionInvoker invoker, TimeProvider time, InFlight inFlight, ILoggerFactory loggers)
    {
        _store = store;
        _inFlight = inFlight;
        _logger = loggers.CreateLogger("NtmServerless.LocalHost.Durable");
        _time = time;
        _storage = new StorageRetry(_logger);
        InstanceLoader loader = new(store, _storage, _logger);
        InstanceCommits commits = new(new Committer(store, _storage, Reached), loader, Changes, inFlight, _logger, Wake, Reached);
        ChildWork children = new(store, new InstanceStarts(store, this), Changes, _storage, _time, inFlight);
        ActivityWork work = new(invoker, children, inFlight, _logger, Wake, Reached);
        _driver = new InstanceDriver(loader, commits, work, invoker, _logger, _time, Reached);
    }

    public event Action? NextDueChanged;

    /// <summary>Told of every point of the commit protocol that is reached; for those who test it.</summary>
    public event Action<CommitPoint>? PointReached;

    /// <summary>Changes of instances, for clients that wait.</summary>
    public InstanceChanges Changes { get; } = new();

    public DateTimeOffset? NextDue => _live.Values.Min(live =>
    {
        lock (live.Gate)
            return live.NextDue;
    });

    /// <summary>Whether clients bring their messages here, and are told of changes.</summary>
    public bool IsRunning => _started && !_draining.IsCancellationRequested;

    /// <summary>Takes up what storage holds. Call it once, as the owner of the storage.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stopping.Token);
        await _storage.UntilItWorksAsync("tables", () => _store.CreateAsync(either.Token), either.Token);
        // From here on clients bring what they want; what they wrote before is in the answer of the query.
        _started = true;
        (List<WaitingInstance> instances, HashSet<string> withInbox) =
            await _storage.UntilItWorksAsync("instances", () => _store.Queries.UnfinishedAsync(either.Token), either.Token);
        foreach (WaitingInstance instance in instances)
            TakeUp(instance);
        foreach (string id in withInbox)
            With(id, static _ => { });
        _logger.EngineStarted(instances.Count, withInbox.Count);
        NextDueChanged?.Invoke();
    }

    /// <summary>Ends the turns that run and writes them (within 5 s); what is not recorded by then is done again at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await _draining.CancelAsync();
        try
        {
            Task[] running;
            do
            {
                running = [.. _live.Values.SelectMany(live => new[] { live.Driver, live.Committing }).Where(task => !task.IsCompleted)];
                await Task.WhenAll(running).WaitAsync(StopLimit, cancellation);
            }
            while (running.Length > 0);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // Their transactions are atomic; nothing is lost by leaving them.
        }

        await _stopping.CancelAsync();
        _logger.EngineStopped();
    }

    public Task FireDueAsync(DateTimeOffset now)
    {
        foreach (LiveInstance live in _live.Values)
        {
            bool isDue;
            lock (live.Gate)
            {
                isDue = live.NextDue <= now;
                if (isDue)
                    live.NextDue = null;
            }

            if (isDue)
                Wake(live);
        }

        return Task.CompletedTask;
    }

    /// <summary>A client has recorded a new instance.</summary>
    public void Started(InstanceHeader header, string? input) => With(header.InstanceId, live =>
    {
        live.MustLoad = live.State is not null || live.IsDriven;
        if (!live.MustLoad)
            live.Begin(new InstanceState(
                header, new Execution(header.InstanceId, header.Name, header.ExecutionKey, input, header.Version), [], [], []));
    });

    /// <summary>Takes a message of a client; done once storage holds it. Null when no engine runs here.</summary>
    public Task? TrySend(InboxMessage message)
    {
        if (!IsRunning)
            return null;
        Task sent = Task.CompletedTask;
        With(message.InstanceId, live => sent = live.Send(message));
        return sent.WaitAsync(_stopping.Token);
    }

    /// <summary>A client does not know whether what it wrote is recorded.</summary>
    public void Doubt(string instanceId) => With(instanceId, live => live.MustLoad = true);

    /// <summary>The header of an instance that has not ended, as stored, when memory has it.</summary>
    public InstanceHeader? Stored(string instanceId)
    {
        if (!IsRunning || !_live.TryGetValue(instanceId, out LiveInstance? live))
            return null;
        lock (live.Gate)
            return live.MustLoad ? null : live.State?.Stored;
    }

    public void Reached(CommitPoint point) => PointReached?.Invoke(point);

    /// <summary>Stops at once, as a crash would: what is not recorded by now is not recorded by this engine.</summary>
    public void Dispose()
    {
        _draining.Cancel();
        _stopping.Cancel();
    }

    private void TakeUp(WaitingInstance waiting)
    {
        LiveInstance live = _live.GetOrAdd(waiting.InstanceId, static id => new LiveInstance(id));
        lock (live.Gate)
        {
            if (live.State is not null || live.IsDriven || live.IsGone)
                return;
            live.NextDue = waiting.NextDue;
        }

        if (waiting.IsBusy || waiting.NextDue <= _time.GetUtcNow())
            Wake(live);
    }

    private void With(string instanceId, Action<LiveInstance> change)
    {
        if (!_started)
            return;
        while (true)
        {
            LiveInstance live = _live.GetOrAdd(instanceId, static id => new LiveInstance(id));
            lock (live.Gate)
            {
                if (live.IsGone)
                    continue;
                change(live);
                Wake(live);
                return;
            }
        }
    }

    private void Wake(LiveInstance live)
    {
        lock (live.Gate)
        {
            live.IsWoken = true;
            if (live.IsDriven || live.IsGone || _stopping.IsCancellationRequested)
                return;
            live.IsDriven = true;
            IDisposable scope = _inFlight.Begin();
            // What the caller carries along (its request, its trace) is not the instance's.
            using (ExecutionContext.SuppressFlow())
                live.Driver = Task.Run(() => DriveAsync(live, scope));
        }
    }

    private async Task DriveAsync(LiveInstance live, IDisposable scope)
    {
        using (scope)
        {
            bool hasEnded;
            do
            {
                hasEnded = await DriveOnceAsync(live);
            }
            while (!Rests(live, hasEnded));

            if (!hasEnded && live.IsAtRestNow())
                _warm.Rest(live);
            // Before the scope ends: who waits for idle must see the new due moment.
            NextDueChanged?.Invoke();
        }
    }

    private async Task<bool> DriveOnceAsync(LiveInstance live)
    {
        try
        {
            lock (live.Gate)
                live.IsWoken = false;
            return await _driver.DriveAsync(live, _draining.Token, _stopping.Token);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            // The instance is read again; one that fails does not stop the rest.
            _logger.EngineFailed(exception, live.Id);
            lock (live.Gate)
                live.MustLoad = live.IsWoken = true;
            await Task.Delay(AfterFailure, CancellationToken.None);
            return false;
        }
    }

    /// <summary>Whether the driver may leave the instance; one that has ended is forgotten.</summary>
    private bool Rests(LiveInstance live, bool hasEnded)
    {
        lock (live.Gate)
        {
            if (!_stopping.IsCancellationRequested && (live.IsWoken || (hasEnded && (live.MustLoad || live.HasSenders))))
                return false;
            live.IsDriven = false;
            if (hasEnded)
            {
                live.IsGone = true;
                _live.TryRemove(new KeyValuePair<string, LiveInstance>(live.Id, live));
                _warm.End(live);
            }

            return true;
        }
    }
}
