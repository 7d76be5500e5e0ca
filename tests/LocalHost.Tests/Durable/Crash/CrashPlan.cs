using NtmServerless.LocalHost.Durable;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>What one worker process is to do, and when it kills itself.</summary>
/// <param name="Connection">The storage.</param>
/// <param name="Table">Table of the instances.</param>
/// <param name="Container">Container of their large texts.</param>
/// <param name="Folder">Holds a file of notes for each instance: what was sent, what was answered, which effects are stored.</param>
/// <param name="Number">Number of this worker; it starts an instance of that number.</param>
/// <param name="Point">Point at which it dies; null for a moment instead.</param>
/// <param name="Times">How often the point is reached before; for a moment, milliseconds after the start, or 0 when others kill it.</param>
internal sealed record CrashPlan(
    string Connection, string Table, string Container, string Folder, int Number, CommitPoint? Point, int Times)
{
    /// <summary>The number that ends an instance.</summary>
    public const int End = -1;

    /// <summary>A worker with this number ends all instances and does not die.</summary>
    public const int Last = -1;

    /// <summary>Table of the activities' effects: a row for each instance and number.</summary>
    public string Effects => Table + "E";

    public static string Instance(int number) => $"life-{number:D4}";

    public string NotesOf(string instance) => Path.Combine(Folder, instance);
}
