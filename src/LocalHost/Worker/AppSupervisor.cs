using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>Starts the app's process, and starts it again whenever it dies. Whoever wants something of it waits until it is ready.</summary>
internal sealed class AppSupervisor(
    AppFolder app, WorkerSettings settings, DataFolder data, WorkerLink link, TaskHubName hub, ILoggerFactory loggers) : IDisposable
{
    /// <summary>Exit codes of an exception that nobody caught.</summary>
    private const int Crashed = 134, CrashedOnWindows = unchecked((int)0xE0434352);

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly string _program = app.Program();
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkerLogs _logs = new(loggers);
    private volatile TaskCompletionSource<RunningApp> _running = New();
    private WorkerProcess? _process;
    private Uri? _rpcAddress, _address;
    private Task _supervising = Task.CompletedTask;

    /// <summary>Number of the app's process; null while there is none.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Raised when another process has taken the place of one that died.</summary>
    public event Action? Restarted;

    /// <summary>The worker that is ready now, or the next one.</summary>
    public Task<RunningApp> RunningAsync(CancellationToken cancellation) => _running.Task.WaitAsync(cancellation);

    /// <summary>Starts the app and waits until it is ready.</summary>
    /// <param name="rpcAddress">Where the worker connects to.</param>
    /// <param name="address">Where the host answers.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="HostStartException">It ended instead, for the reason that it has told; the exit code is its own.</exception>
    public async Task StartAsync(Uri rpcAddress, Uri address, CancellationToken cancellation)
    {
        (_rpcAddress, _address) = (rpcAddress, address);
        (RunningApp? ready, int exitCode) = await RunAsync(cancellation);
        // It may have lost the port that it had picked for itself; what it refuses itself, it refuses with a code of its own.
        if (ready is null && (exitCode is Crashed or CrashedOnWindows))
            (ready, exitCode) = await RunAsync(cancellation);
        if (ready is null)
            throw new HostStartException(exitCode == 0 ? HostStartException.AppFailed : exitCode, $"Ứng dụng đã dừng khi khởi động (mã {exitCode}).");
        _supervising = Task.Run(() => SuperviseAsync(ready), CancellationToken.None);
    }

    /// <summary>Lets the app end, and waits for it.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_process is { } process)
        {
            if (_running.Task.IsCompletedSuccessfully)
                (await _running.Task).Channel.Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });
            else
                process.Kill();
            await ((Task)process.Ended.WaitAsync(EndLimit)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.Kill();
        }

        await _supervising;
    }

    public void Dispose()
    {
        _process?.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Ends the app as a crash would: another host owns its storage.</summary>
    public void Kill() => _process?.Kill();

    private void Lost()
    {
        lock (_gate)
        {
            if (_running.Task.IsCompleted)
                _running = New();
        }
    }

    private static TaskCompletionSource<RunningApp> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task SuperviseAsync(RunningApp first)
    {
        RunningApp? ready = first;
        TimeSpan pause = TimeSpan.Zero;
        while (true)
        {
            WorkerProcess process = _process!;
            if (ready is not null)
                await Task.WhenAny(process.Ended, ready.Channel.Lost);
            if (_stopping.IsCancellationRequested)
                return;
            // One that has lost its stream is as good as dead.
            process.Kill();
            int exitCode = await process.Ended;
            ready?.Channel.Lose();
            pause = ready is not null ? TimeSpan.Zero : pause + Pause < LongestPause ? pause + Pause : LongestPause;
            Console.WriteLine($"Ứng dụng đã dừng bất ngờ (mã {exitCode}); đang khởi động lại...");
            await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested)
                return;
            (ready, _) = await RunAsync(_stopping.Token);
            if (ready is not null)
                Restarted?.Invoke();
        }
    }

    /// <summary>Starts a process; null and its exit code when it ended before it was ready.</summary>
    private async Task<(RunningApp? Ready, int ExitCode)> RunAsync(CancellationToken cancellation)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        WorkerChannel channel = new(_logs.Write, Lost);
        link.Expect(id, channel);
        _process?.Dispose();
        data.EmptyTemporary();
        WorkerProcess process = _process = WorkerProcess.Start(_program, settings.For(_rpcAddress!, _address!, id));
        Task<RunningApp> preparing = PrepareAsync(channel, cancellation);
        if (await Task.WhenAny(preparing, process.Ended) == preparing)
        {
            try
            {
                RunningApp ready = await preparing;
                _running.TrySetResult(ready);
                // It may have died before it was known as the one that runs.
                if (channel.Lost.IsCompleted)
                    Lost();
                return (ready, 0);
            }
            catch (Exception refused) when (refused is WorkerLostException or InvalidOperationException or OperationCanceledException)
            {
                if (refused is InvalidOperationException)
                    Console.Error.WriteLine(refused.Message);
                process.Kill();
            }
        }

        channel.Lose();
        return (null, await process.Ended);
    }

    private async Task<RunningApp> PrepareAsync(WorkerChannel channel, CancellationToken cancellation)
    {
        await channel.Connected.WaitAsync(cancellation);
        return await RunningApp.PrepareAsync(channel, app.Path, hub.ClientBinding(_rpcAddress!), cancellation);
    }
}
