using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NtmServerless.Rehearsal.Host;

/// <summary>The built function app as a child process: started, killed and started again, stopped.</summary>
internal sealed partial class ChildHost(RehearsalOptions options, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    /// <summary>First instant of the rehearsed year (07:00 in Vietnam).</summary>
    public static readonly DateTimeOffset Start = new(2024, 1, 2, 7, 0, 0, TimeSpan.FromHours(7));

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly StreamWriter _log = new(Path.Combine(options.Out, "host.log"), append: false, Encoding.UTF8);
    private Process? _process;

    /// <summary>Where the host answers; another port after each start.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The first administrator's key, which the app shows once.</summary>
    public string FirstKey { get; private set; } = "";

    public string HostKey { get; private set; } = "";

    public int Starts { get; private set; }

    /// <exception cref="RehearsalException">It did not say that it is ready.</exception>
    public async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet",
            [options.Host, "--data", options.Data, "--port", "0", "--plan", options.Plan, "--virtual-clock", $"{Start:yyyy-MM-ddTHH:mm:sszzz}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in settings) start.Environment[name] = value;
        TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new RehearsalException($"Máy chủ đã dừng; xem {options.Out}/host.log."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        Address = await ready.Task.WaitAsync(StartLimit);
        HostKey = (await File.ReadAllTextAsync(Path.Combine(options.Data, "host-key"))).Trim();
        Starts++;
    }

    /// <summary>kill -9: the process gets no chance to end anything.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to end, and with it its storage.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        if (!process.HasExited)
        {
            using Process term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await term.WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(StopLimit);
        }

        process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            await KillAsync();
            await _log.DisposeAsync();
        }
    }

    private void Read(string? line, TaskCompletionSource<Uri> ready)
    {
        Write(line);
        if (line is null) return;
        if (KeyText().Match(line) is { Success: true } key) FirstKey = key.Value;
        if (AddressText().Match(line) is { Success: true } address) ready.TrySetResult(new Uri(address.Groups[1].Value));
    }

    private void Write(string? line)
    {
        // The key is shown once to a person; it does not belong in a file.
        if (line is null) return;
        lock (_log) _log.WriteLine(KeyText().Replace(line, "***"));
    }

    [GeneratedRegex("ntm_[A-Za-z0-9_-]{20,}")]
    private static partial Regex KeyText();

    // The greeting's line, the last one: an address that is named before it does not say that everything is there.
    [GeneratedRegex(@"tại:\s+(http://127\.0\.0\.1:\d+)")]
    private static partial Regex AddressText();
}
