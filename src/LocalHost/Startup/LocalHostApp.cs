using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Startup;

/// <summary>The running host: owns the storage, serves HTTP, runs the app, the durable engine and the timers, in this order and back.</summary>
internal sealed class LocalHostApp(WebApplication app, DataFolder data, LaunchOptions options, IReadOnlyList<string> disabled)
    : IHost, IAsyncDisposable
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    private readonly DurableEngine _engine = app.Services.GetRequiredService<DurableEngine>();
    private readonly StorageRequests _counting = app.Services.GetRequiredService<StorageRequests>();
    private readonly ClockDriver _driver = app.Services.GetRequiredService<ClockDriver>();
    private readonly TimerTriggers _timers = app.Services.GetRequiredService<TimerTriggers>();
    private readonly RpcServer _rpc = app.Services.GetRequiredService<RpcServer>();
    private readonly AppSupervisor _app = app.Services.GetRequiredService<AppSupervisor>();
    private readonly SharedClock? _clock = data.ShareClock();
    private OwnerLease? _lease;
    private volatile bool _started;
    private bool _stopped;

    public IServiceProvider Services => app.Services;

    /// <summary>Where the host answers on this PC, for example <c>http://127.0.0.1:7071</c>; known once it has started.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>()
        .Addresses.First(address => address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // What was acknowledged while the storage died may not be published yet.
            data.KeepAzuriteAlive(End, () => _started, _timers.RunAtStart);
            await OwnStorageAsync(cancellationToken);
            await ServeAsync(cancellationToken);
            await _rpc.StartAsync(cancellationToken);
            await _app.StartAsync(_rpc.Address, new Uri(Address), cancellationToken);
            await _engine.StartAsync(cancellationToken);
            await _timers.StartAsync(cancellationToken);
            _app.Restarted += _timers.RunAtStart;
            _driver.Start();
            app.Services.GetRequiredService<RequestGate>().Open();
            data.Announce(Address);
            _started = true;
            if (options.OnConsole)
                Greeting.Write(Address, data, options, app.Services, disabled);
        }
        catch
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Ends in the order in which nothing that still runs loses what it needs: no new due moments, no new requests, what
    /// is in flight, timers, engine, the app, lease, and Azurite last.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_stopped)
            return;
        _stopped = true;
        await _driver.StopAsync();
        await app.StopAsync(cancellationToken);
        Task idle = app.Services.GetRequiredService<InFlight>().WhenIdleAsync();
        await idle.WaitAsync(Drain, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _timers.StopAsync();
        await _engine.StopAsync(CancellationToken.None);
        await _app.StopAsync();
        await _rpc.DisposeAsync();
        if (_lease is not null)
            await _lease.DisposeAsync();
        await data.DisposeAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _counting.Dispose();
        _clock?.Dispose();
        await app.DisposeAsync();
    }

    private async Task OwnStorageAsync(CancellationToken cancellation)
    {
        _lease = new OwnerLease(
            app.Services.GetRequiredService<HostStorage>(),
            app.Services.GetRequiredService<HostNames>().LeaseContainer,
            FolderSecrets.LeaseId(data.Path),
            app.Services.GetRequiredService<Ownership>());
        bool owned = await _lease.AcquireAsync(
            () => Console.WriteLine("Kho dữ liệu đang thuộc một máy chủ khác; chờ tối đa 35 giây..."), LoseStorage, cancellation);
        if (!owned)
            throw new HostStartException(HostStartException.FolderInUse, "Kho dữ liệu vẫn thuộc một máy chủ khác; không thể khởi động.");
        await app.Services.GetRequiredService<ClockRecord>().KeepAsync(data.Clock.Mode, cancellation);
    }

    // Whatever still runs here may write beside the new owner, so nothing is drained.
    private void LoseStorage()
    {
        _app.Kill();
        End(new HostStartException(
            HostStartException.LeaseLost, "MẤT QUYỀN SỞ HỮU KHO DỮ LIỆU: một máy chủ khác đã tiếp quản. Dừng ngay."));
    }

    private void End(HostStartException loss)
    {
        if (options.OnConsole)
            loss.EndProcess();
        app.Lifetime.StopApplication();
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Listening.PortTaken(options.Port, taken);
        }
    }
}
