using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NtmServerless.Domain.Time;

namespace NtmServerless.Functions.Edge;

/// <summary>A moment in a form is what the clock on the wall in Vietnam says, unless it names its own offset.</summary>
internal sealed class LocalMoments : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && DateTime.TryParseExact(reader.GetString(), ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            // The first days of the calendar have no moment in UTC; no form means them.
            return local.Year > 1 ? new DateTimeOffset(local, VietnamTime.Offset) : throw new JsonException();
        }

        return reader.TryGetDateTimeOffset(out DateTimeOffset moment) ? moment : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
