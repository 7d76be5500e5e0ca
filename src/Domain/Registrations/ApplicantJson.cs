using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Rows hold a person's fields side by side, as every version has written them, so that no row has to be rewritten and
/// sources of documents stay the same byte for byte. An emptied row of an earlier version has a year of birth of 0.
/// </summary>
internal sealed class ApplicantJson : JsonConverter<Applicant>
{
    public override Applicant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement row = JsonElement.ParseValue(ref reader);
        CountedTraits counted = row.Deserialize<CountedTraits>(options) ?? throw new JsonException("A person is empty.");
        bool emptied = !row.TryGetProperty(PersonField.BirthYear.Name, out JsonElement born) || born.ValueKind == JsonValueKind.Number && born.GetDouble() == 0;
        return new Applicant(emptied ? null : row.Deserialize<PersonalData>(options), counted);
    }

    public override void Write(Utf8JsonWriter writer, Applicant value, JsonSerializerOptions options)
    {
        JsonObject row = JsonSerializer.SerializeToNode(value.Counted, options)!.AsObject();
        JsonObject personal = JsonSerializer.SerializeToNode(value.Personal, options) as JsonObject ?? [];
        writer.WriteStartObject();
        foreach (string name in PersonField.All.Select(f => f.Name))
        {
            if ((personal[name] ?? row[name]) is not { } field) continue;
            writer.WritePropertyName(name);
            field.WriteTo(writer, options);
        }

        writer.WriteEndObject();
    }
}
