using System.Text.Json;

namespace NtmServerless.LocalHost.Durable;

/// <summary>JSON of what the engine keeps; read without case, so that rows of earlier versions are too.</summary>
internal static class DurableJson
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNameCaseInsensitive = true };
}
