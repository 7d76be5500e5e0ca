using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Invocation;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// The durable engine of one PC. Storage is the truth; memory only saves reading it again. Nothing is polled: clients
/// in this process say what they wrote, and business time comes in through <see cref="IDueSource"/>.
/// </summary>
internal sealed class DurableEngine : IHostedEngine, IDueSource, IDisposable
{
    /// <summary>Instances turned at the same time.</summary>
    private const int Parallelism = 32;

    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, LiveInstance> _live = [];
    private readonly SemaphoreSlim _slots = new(Parallelism);
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly InstanceStore _store;
    private readonly TimeProvider _time;
    private readonly InFlight _inFlight;
    private readonly ILogger _logger;
    private readonly ActivityWork _work;
    private readonly InstanceDriver _driver;
    private long _firedTicks;
    private volatile bool _started;

    public DurableEngine(
        InstanceStore store, IFunctionInvoker invoker, TimeProvider time, InFlight inFlight, ILoggerFactory loggers)
    {
        _store = store;
        _time = time;
        _inFlight = inFlight;
        _logger = loggers.CreateLogger("NtmServerless.LocalHost.Durable");
        _work = new ActivityWork(invoker, inFlight, _logger, Wake);
        _driver = new InstanceDriver(store, new TurnRunner(invoker, loggers), invoker, _work, _logger, Now, Wake);
    }

    public event Action? NextDueChanged;

    /// <summary>Changes of instances, for clients that wait.</summary>
    public InstanceChanges Changes { get; } = new();

    public DateTimeOffset? NextDue => _live.Values.Min(live =>
    {
        lock (live.Gate)
            return live.NextDue;
    });

    /// <summary>Takes up what storage holds. Call it once, as the owner of the storage.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stopping.Token);
        StorageRetry storage = new(_logger);
        await storage.UntilItWorksAsync("tables", () => _store.CreateAsync(either.Token), either.Token);
        // From here on clients say what they write; what they wrote before is in the answers of the queries.
        _started = true;
        List<InboxMessage> inbox =
            await storage.UntilItWorksAsync("inbox", () => _store.Queries.InboxAsync(either.Token), either.Token);
        List<InstanceHeader> headers =
            await storage.UntilItWorksAsync("instances", () => _store.Queries.UnfinishedAsync(either.Token), either.Token);
        foreach (InstanceHeader header in headers)
            TakeUp(header);
        inbox.ForEach(Deliver);
        _logger.EngineStarted(headers.Count, inbox.Count);
        NextDueChanged?.Invoke();
    }

    /// <summary>Ends the turns that run (within 5 s); what is not recorded by then goes on at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await _draining.CancelAsync();
        try
        {
            await Task.WhenAll(_live.Values.Select(live => live.Driver)).WaitAsync(s_stopLimit, cancellation);
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
        long before = Interlocked.Read(ref _firedTicks);
        while (before < now.UtcTicks)
            before = Interlocked.CompareExchange(ref _firedTicks, now.UtcTicks, before) == before ? now.UtcTicks : Interlocked.Read(ref _firedTicks);
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
        bool isNew = live is { Header: null, IsDriven: false };
        live.MustLoad = !isNew;
        if (!isNew)
            return;
        live.Header = header;
        live.Execution = new Execution(header.InstanceId, header.Name, header.ExecutionKey, input, header.Version);
    });

    /// <summary>A client has recorded a message.</summary>
    public void Deliver(InboxMessage message) => With(message.InstanceId, live => live.Inbox[message.Key] = message);

    /// <summary>A client does not know whether what it wrote is recorded.</summary>
    public void Doubt(string instanceId) => With(instanceId, live => live.MustLoad = true);

    /// <summary>The header of an instance that has not ended, when memory has it.</summary>
    public InstanceHeader? Known(string instanceId) =>
        _live.TryGetValue(instanceId, out LiveInstance? live) && live.Header is { IsCompleted: false } header ? header : null;

    /// <summary>Stops at once, as a crash would: what is not recorded by now is not recorded by this engine.</summary>
    public void Dispose()
    {
        _draining.Cancel();
        _stopping.Cancel();
    }

    private DateTimeOffset Now()
    {
        DateTimeOffset fired = new(Interlocked.Read(ref _firedTicks), TimeSpan.Zero);
        DateTimeOffset now = _time.GetUtcNow();
        return now > fired ? now : fired;
    }

    private void TakeUp(InstanceHeader header)
    {
        LiveInstance live = _live.GetOrAdd(header.InstanceId, static id => new LiveInstance(id));
        bool isDue = header.IsBusy || header.NextTimer <= Now() || (header.Turn == 0 && (header.StartAt ?? Now()) <= Now());
        lock (live.Gate)
        {
            if (live.Header is not null || live.IsDriven || live.IsGone)
                return;
            live.Header = header;
            if (header.Status != OrchestrationRuntimeStatus.Suspended)
                live.NextDue = header.Turn == 0 ? header.StartAt : header.NextTimer;
        }

        if (isDue)
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
            if (live.IsDriven || live.IsGone || _draining.IsCancellationRequested)
                return;
            live.IsDriven = true;
            IDisposable scope = _inFlight.Begin();
            live.Driver = Task.Run(() => DriveAsync(live, scope));
        }
    }

    private async Task DriveAsync(LiveInstance live, IDisposable scope)
    {
        using (scope)
        {
            bool goesOn = true;
            while (goesOn)
            {
                bool hasEnded = await DriveOnceAsync(live);
                goesOn = !Rests(live, hasEnded);
                Changes.Signal(live.Id);
            }

            // Before the scope ends: who waits for idle must see the new due moment.
            NextDueChanged?.Invoke();
        }
    }

    private async Task<bool> DriveOnceAsync(LiveInstance live)
    {
        bool hasSlot = false;
        try
        {
            await _slots.WaitAsync(_stopping.Token);
            hasSlot = true;
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
            _logger.EngineFailed(exception, live.Id);
            lock (live.Gate)
                live.MustLoad = live.IsWoken = true;
            await Task.Delay(s_afterFailure, CancellationToken.None);
            return false;
        }
        finally
        {
            if (hasSlot)
                _slots.Release();
        }
    }

    /// <summary>Whether the driver may leave the instance; one that has ended is forgotten.</summary>
    private bool Rests(LiveInstance live, bool hasEnded)
    {
        lock (live.Gate)
        {
            if (!_draining.IsCancellationRequested && (live.IsWoken || (hasEnded && (live.MustLoad || live.Inbox.Count > 0))))
                return false;
            live.IsDriven = false;
            if (hasEnded)
            {
                live.IsGone = true;
                _live.TryRemove(new KeyValuePair<string, LiveInstance>(live.Id, live));
            }

            return true;
        }
    }
}
