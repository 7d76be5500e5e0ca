using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NtmServerless.Testing;

/// <summary>How the host of one PC is started, and by it the function app.</summary>
public sealed record AppOptions
{
    /// <summary>The host; it stands where the solution builds it, and finds the app beside.</summary>
    public string Program { get; init; } = Path.Combine(
        AzuriteServer.RepositoryRoot(), "src", "LocalHost", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "NtmServerless.LocalHost.dll");

    /// <summary>Folder of another app than the one beside the host.</summary>
    public string? App { get; init; }

    /// <summary>The program that starts the host, where it is not started plainly.</summary>
    public string? By { get; init; }

    public required string Data { get; init; }
    public string? Plan { get; init; }
    public string? VirtualClock { get; init; }

    /// <summary>A storage that is already there; null: the host starts its own Azurite in the data folder.</summary>
    public string? Storage { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>The function app as an office runs it: the built programs, real HTTP, a data folder.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _disposed;

    private AppProcess(AppOptions options)
    {
        Options = options;
        string[] args =
        [
            .. options.By is null ? (string[])[] : ["dotnet"], options.Program, "--data", options.Data, "--port", "0",
            .. options.App is { } folder ? (string[])["--app", folder] : [],
            .. options.Plan is { } plan ? (string[])["--plan", plan] : [],
            .. options.VirtualClock is { } clock ? (string[])["--virtual-clock", clock] : [],
        ];
        ProcessStartInfo start = new(options.By ?? "dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AzureWebJobsStorage"] = options.Storage ?? "";
        foreach ((string name, string value) in options.Settings) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ = Task.Run(async () =>
        {
            await _process.WaitForExitAsync();
            _address.TrySetException(new InvalidOperationException($"The app ended with {_process.ExitCode}:\n{Output}"));
        });
    }

    public AppOptions Options { get; }

    public Uri Address => _address.Task.Result;

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The first administrator's key, where this start made it.</summary>
    public string FirstKey { get; private set; } = "";

    /// <summary>The first administrator's one-time code, while there is no such account.</summary>
    public string FirstCode { get; private set; } = "";

    public string Output
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    /// <summary>The key of the host's admin API, from the data folder.</summary>
    public string HostKey => File.ReadAllText(Path.Combine(Options.Data, "host-key")).Trim();

    /// <summary>Starts the app and waits for nothing.</summary>
    public static AppProcess Begin(AppOptions options) => new(options);

    /// <summary>Starts the app and waits until it says where it answers.</summary>
    public static async Task<AppProcess> StartAsync(AppOptions options)
    {
        AppProcess app = new(options);
        try
        {
            await app.ReadyAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it says where it answers.</summary>
    public Task ReadyAsync() => _address.Task.WaitAsync(StartLimit);

    /// <summary>Starts an app that is expected to end by itself; gives its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(AppOptions options)
    {
        await using AppProcess app = new(options);
        await app._process.WaitForExitAsync().WaitAsync(StartLimit);
        return (app._process.ExitCode, app.Output);
    }

    /// <summary>Ends it as a power cut would: nothing of it runs any more code.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as Ctrl-C does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal(_process.Id, Interrupt);
        return await EndAsync();
    }

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    /// <summary>Sends a Unix signal to a process.</summary>
    public static void Signal(int pid, int signal)
    {
        if (SendSignal(pid, signal) != 0) throw new InvalidOperationException($"Signal {signal} could not be sent to {pid}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lock (_lines) _lines.Add(line);
        int key = line.IndexOf(": ntm_", StringComparison.Ordinal);
        if (key >= 0) FirstKey = line[(key + 2)..].Trim();
        int code = line.IndexOf(": LD-", StringComparison.Ordinal);
        if (code >= 0) FirstCode = line[(code + 2)..].Trim();
        if (Answers().Match(line) is { Success: true } address) _address.TrySetResult(new Uri(address.Groups[1].Value));
    }

    [GeneratedRegex(@"tại:\s+(http://127\.0\.0\.1:\d+)")]
    private static partial Regex Answers();

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int pid, int signal);
}
