using System.Text.Json;
using System.Text.Json.Serialization;
using NtmServerless.LocalHost.Files;

namespace NtmServerless.LocalHost.Time;

/// <summary>What a data folder remembers of its clock; <see cref="Now"/> is never behind what anyone was told.</summary>
internal sealed record ClockState(ClockMode Mode, DateTimeOffset Now);

/// <summary>clock.json of a data folder, and beside it what the app's process last read.</summary>
internal sealed class ClockFile(string folder)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
    private readonly string _path = Path.Combine(folder, "clock.json");

    /// <summary>Where the app's process reads a clock that is not the real one.</summary>
    public string SharedPath { get; } = Path.Combine(folder, "clock.shared");

    /// <summary>The remembered state; null in a fresh folder, and where the file was lost, emptied or cut off.</summary>
    public ClockState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<ClockState>(File.ReadAllBytes(_path), Json) is { Now.Ticks: > 0 } state && Enum.IsDefined(state.Mode) ? state : null;
        }
        catch (Exception none) when (none is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The latest instant that the app may have read; null where that is not known.</summary>
    public DateTimeOffset? LatestRead() => SharedClock.CeilingIn(SharedPath);

    public void Write(ClockState state) => AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(state, Json));
}
