using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Times as programs and as HTML inputs send them: a time of day with or without seconds, a moment with its offset or
/// without one, which then is one in Vietnam, wherever the machine stands.
/// </summary>
public static class WireTimes
{
    private static readonly string[] TimesOfDay = ["HH':'mm", "HH':'mm':'ss", "HH':'mm':'ss'.'FFFFFFF"];
    private static readonly string[] LocalMoments =
        ["yyyy'-'MM'-'dd'T'HH':'mm", "yyyy'-'MM'-'dd'T'HH':'mm':'ss", "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'FFFFFFF"];

    /// <summary>Says of them what they look like; a converter of one's own says nothing.</summary>
    public static readonly JsonSchemaExporterOptions Schema = new()
    {
        TransformSchemaNode = (context, schema) =>
        {
            Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
            string? format = type == typeof(TimeOnly) ? "time" : type == typeof(DateOnly) ? "date" : type == typeof(DateTimeOffset) ? "date-time" : null;
            if (format is null && !IdConverter.IsId(type)) return schema;
            JsonObject described = schema as JsonObject ?? [];
            bool optional = type != context.TypeInfo.Type;
            described["type"] = optional ? new JsonArray("string", "null") : "string";
            // A time of day may come without seconds, which the format's name does not allow.
            if (format == "time") described["pattern"] = "^\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$";
            else if (format is not null) described["format"] = format;
            return described;
        },
    };

    public sealed class TimeOfDay : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
                ? time : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture));
    }

    /// <summary>A date that can be meant (<see cref="VietnamTime.IsWithinReach"/>).</summary>
    public sealed class Day : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Read(reader.GetString()) is { } day ? day : throw new JsonException();

        public static DateOnly? Read(string? text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && VietnamTime.IsWithinReach(day) ? day : null;

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public sealed class Moment : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException();
            return DateTime.TryParseExact(reader.GetString(), LocalMoments, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
                ? WithinReach(local) ? new DateTimeOffset(local, VietnamTime.Offset) : throw new JsonException()
                : reader.TryGetDateTimeOffset(out DateTimeOffset moment) && WithinReach(moment.UtcDateTime) ? moment : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        private static bool WithinReach(DateTime time) => VietnamTime.IsWithinReach(DateOnly.FromDateTime(time));
    }
}
