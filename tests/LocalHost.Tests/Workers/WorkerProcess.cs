using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace NtmServerless.LocalHost.Tests.Workers;

/// <summary>A process of this test assembly that works by a plan instead of running tests (<c>StartupHook</c>), to be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private WorkerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it has written to its output and its error output so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Starts one; <typeparamref name="TPlan"/> says what kind of worker it is.</summary>
    public static WorkerProcess Start<TPlan>(TPlan plan)
    {
        string assembly = typeof(WorkerProcess).Assembly.Location;
        ProcessStartInfo info = new("dotnet", [assembly])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment[Variable<TPlan>()] = JsonSerializer.Serialize(plan);
        return new WorkerProcess(new Process { StartInfo = info });
    }

    /// <summary>The plan of this process, where it is a worker of that kind.</summary>
    public static TPlan? Plan<TPlan>()
        where TPlan : class =>
        Environment.GetEnvironmentVariable(Variable<TPlan>()) is { Length: > 0 } json ? JsonSerializer.Deserialize<TPlan>(json) : null;

    /// <summary>SIGKILL: nothing of it runs any more code.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Tells it that it has done enough.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits for its end and gives its exit code; 137 (on Windows -1) after a kill.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }

    private static string Variable<TPlan>() => "NTM_PLAN_" + typeof(TPlan).Name;
}
