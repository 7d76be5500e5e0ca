using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NtmServerless.Functions.Hosting;

/// <summary>JSON as it goes over the wire: camelCase, enums by name, Vietnamese letters as they are, unknown fields refused.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutWorkedOutDates } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new WireTimes.TimeOfDay(), new WireTimes.Day(), new WireTimes.Moment(),
        },
    };

    /// <summary>The same for form posts, where every value is a text.</summary>
    public static readonly JsonSerializerOptions Form = new(Json)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new CheckboxConverter(), new AmountConverter() },
    };

    // First and last day are worked out from the sessions, which a class has only once it is announced.
    private static void WithoutWorkedOutDates(JsonTypeInfo type)
    {
        if (type.Type != typeof(TrainingClass)) return;
        foreach (JsonPropertyInfo workedOut in type.Properties.Where(p => p.Set is null).ToArray()) type.Properties.Remove(workedOut);
    }

    // Amounts are typed as they are written: 1.500.000.
    private sealed class AmountConverter : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number) return reader.GetInt64();
            string digits = string.Concat((reader.TokenType == JsonTokenType.String ? reader.GetString()! : "").Where(c => c is not ('.' or ' ' or '\u00A0')));
            return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long amount) ? amount : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class CheckboxConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when reader.GetString() is { } text => text is "true" or "on" or "1" ? true : text is "false" or "off" or "0" ? false : throw new JsonException(),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
