using System.Diagnostics;
using System.Text;

namespace NtmServerless.LocalHost.Worker;

/// <summary>
/// The app's process. What it says on its console is said on this one. It ends when this host ends, however that dies: it holds
/// the other end of a pipe (<see cref="StartupHook"/>).
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id { get; private init; }

    /// <summary>Completes with the exit code when it has ended and everything that it said is said.</summary>
    public Task<int> Ended { get; private init; } = Task.FromResult(0);

    public static WorkerProcess Start(string program, IReadOnlyDictionary<string, string?> settings)
    {
        ProcessStartInfo start = new("dotnet", [program])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string? value) in settings)
            start.Environment[name] = value;
        // The worker's own hook waits for a debugger where FUNCTIONS_ENABLE_DEBUGGER_WAIT says so.
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location + Path.PathSeparator + "Microsoft.Azure.Functions.Worker.Core";
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Say(Console.Out, line.Data);
        process.ErrorDataReceived += (_, line) => Say(Console.Error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process) { Id = process.Id, Ended = EndAsync(process) };
    }

    /// <summary>Ends it at once; nothing of it runs any more code.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static async Task<int> EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static void Say(TextWriter to, string? line)
    {
        if (line is not null)
            to.WriteLine(line);
    }
}
