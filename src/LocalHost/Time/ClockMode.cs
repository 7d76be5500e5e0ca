using System.Text.Json;
using System.Text.Json.Serialization;

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
