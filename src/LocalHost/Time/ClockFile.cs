using System.Text.Json;
using System.Text.Json.Serialization;
using NtmServerless.LocalHost.Data;

namespace NtmServerless.LocalHost.Time;

/// <summary>Where a data folder's business time comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockMode>))]
internal enum ClockMode
{
    /// <summary>The PC's own clock: an office's own plan.</summary>
    Real,

    /// <summary>Starts with the sample plan's year, runs while the product runs, stands still while it is off.</summary>
    Practice,

    /// <summary>Stands still and moves only when told.</summary>
    Virtual,
}

/// <summary>What a data folder remembers of its clock; <see cref="Now"/> is never behind what anyone was told.</summary>
internal sealed record ClockState(ClockMode Mode, DateTimeOffset Now);

/// <summary>clock.json of a data folder.</summary>
internal sealed class ClockFile(string folder)
{
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
    private readonly string _path = Path.Combine(folder, "clock.json");

    /// <summary>The remembered state; null in a fresh folder.</summary>
    /// <exception cref="JsonException">The file was damaged.</exception>
    public ClockState? Read() =>
        File.Exists(_path) ? JsonSerializer.Deserialize<ClockState>(File.ReadAllBytes(_path), _json) : null;

    public void Write(ClockState state) => AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(state, _json));
}
