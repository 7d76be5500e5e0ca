using System.Text.Json;

namespace Microsoft.DurableTask
{
    /// <summary>Turns inputs, outputs and payloads into text and back.</summary>
    public abstract class DataConverter
    {
        /// <summary>The text of a value; null for null.</summary>
        public abstract string? Serialize(object? value);

        /// <summary>The value of a text; null for null.</summary>
        public abstract object? Deserialize(string? data, Type targetType);

        /// <summary>The value of a text; the default for null.</summary>
        public virtual T? Deserialize<T>(string? data) => Deserialize(data, typeof(T)) is { } value ? (T)value : default;
    }
}

namespace Microsoft.DurableTask.Converters
{
    /// <summary>Converts by System.Text.Json.</summary>
    public class JsonDataConverter : DataConverter
    {
        private static readonly JsonSerializerOptions s_defaults = new() { IncludeFields = true };

        private readonly JsonSerializerOptions _options;

        /// <summary>A converter; with fields included when no options are given.</summary>
        public JsonDataConverter(JsonSerializerOptions? options = null) => _options = options ?? s_defaults;

        /// <summary>The converter with default options.</summary>
        public static JsonDataConverter Default { get; } = new();

        /// <inheritdoc/>
        public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

        /// <inheritdoc/>
        public override object? Deserialize(string? data, Type targetType) =>
            data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
    }
}
