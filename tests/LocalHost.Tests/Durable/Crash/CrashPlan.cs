using System.Text.Json;
using NtmServerless.LocalHost.Durable;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>What one worker process is to do, and when it kills itself.</summary>
/// <param name="Connection">The storage.</param>
/// <param name="Table">Table of the instances.</param>
/// <param name="Container">Container of their large texts.</param>
/// <param name="Log">File in which the worker notes what it sent and what it was answered.</param>
/// <param name="Number">Number of this worker; it starts an instance of that number.</param>
/// <param name="Point">Point at which it dies; null for a moment instead.</param>
/// <param name="Times">How often the point is reached before; for a moment, milliseconds after the start.</param>
internal sealed record CrashPlan(
    string Connection, string Table, string Container, string Log, int Number, CommitPoint? Point, int Times)
{
    /// <summary>The variable by which a worker gets its plan.</summary>
    public const string Variable = "NTM_CRASH_PLAN";

    /// <summary>The number that ends an instance.</summary>
    public const int End = -1;

    /// <summary>A worker with this number ends all instances and does not die.</summary>
    public const int Last = -1;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static CrashPlan? OfThisProcess() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<CrashPlan>(json) : null;

    public static string Instance(int number) => $"life-{number:D4}";
}
