using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// JSON of inputs, outputs and payloads as the isolated worker writes it: property names as they are, read without
/// case, fields included.
/// </summary>
internal static class DurableJson
{
    /// <summary>For the invoker too, so that an activity reads what the orchestrator wrote.</summary>
    public static JsonSerializerOptions Options { get; } = new() { IncludeFields = true, PropertyNameCaseInsensitive = true };

    /// <summary>The same options as a converter.</summary>
    public static DataConverter Converter { get; } = new JsonDataConverter(Options);
}
