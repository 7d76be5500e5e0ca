using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using Xunit;

namespace NtmServerless.Functions.Tests.OpenApi;

/// <summary>Every operation of the description, called with its own example: the status it names, and a body of the schema it names.</summary>
[Collection(ClockCollection.Name)]
public sealed class ExampleTests(RunningApp app)
{
    [Fact]
    public async Task Operation_WithItsExample_AnswersAsDescribed()
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        Stage stage = await Stage.SetAsync(app);
        List<string> wrong = [];
        foreach ((string path, string verb, JsonNode operation) in DescriptionTests.Operations(document).OrderBy(o => o.Path, StringComparer.Ordinal))
        {
            string name = operation.Text("operationId");
            try
            {
                await CallAsync(stage, name, path, verb, operation, document);
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException or System.Text.Json.JsonException or KeyNotFoundException)
            {
                wrong.Add($"{name}: {e.Message}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task CallAsync(Stage stage, string name, string path, string verb, JsonNode operation, JsonNode document)
    {
        Dictionary<string, string> ids = await stage.IdsAsync(name);
        string address = Regex.Replace(path, @"\{(\w+)\}", m => ids[m.Groups[1].Value]);
        KeyValuePair<string, JsonNode?> response = operation["responses"]!.AsObject().First(r => r.Key.StartsWith('2'));
        KeyValuePair<string, JsonNode?> media = response.Value!["content"]!.AsObject().First();
        (HttpContent? body, (string, string)[] headers) = Body(operation, ids);
        Answer answer = await app.Administrator.SendAsync(new HttpMethod(verb.ToUpperInvariant()), address, body, headers);
        answer.Must((HttpStatusCode)int.Parse(response.Key, null));
        if (verb == "head") return;
        bool asDescribed = media.Key == "application/octet-stream" || answer.MediaType == media.Key;
        if (!asDescribed) throw new InvalidOperationException($"{answer.MediaType} instead of {media.Key}");
        if (media.Value!["schema"] is not { } schema) return;
        string alone = document["components"]!["schemas"]![schema.Text("$ref").Split('/')[^1]]!.ToJsonString(Api.Json)
            .Replace(schema.Text("$ref"), "#", StringComparison.Ordinal)
            // NJsonSchema knows the older name only.
            .Replace("$defs", "definitions", StringComparison.Ordinal);
        string[] errors = [.. (await JsonSchema.FromJsonAsync(alone)).Validate(answer.Text).Select(e => $"{e.Path} {e.Kind}")];
        if (errors.Length > 0) throw new InvalidOperationException($"{string.Join(", ", errors)} in {answer.Text[..Math.Min(800, answer.Text.Length)]}");
    }

    internal static (HttpContent? Body, (string, string)[] Headers) Body(JsonNode operation, Dictionary<string, string> ids)
    {
        if (operation["requestBody"]?["content"]?.AsObject().First() is not { } media) return (null, []);
        JsonObject example = media.Value!["example"]!.DeepClone().AsObject();
        if (media.Key == "multipart/form-data")
            return (example["kind"] is null ? Files.Alone(Files.Pdf("mau")) : Files.Upload(Files.Pdf("mau"), example.Text("kind"), example.Number("session"), example.Number("signatures")), []);
        // A code and a class's id are drawn by lot: the example shows how they look, the prepared ones stand in.
        if (example["code"] is not null) example["code"] = ids["code"];
        if (example["messageId"] is not null) example["messageId"] = ids["messageId"];
        if (example["marks"] is not null) example["marks"]![0]!["code"] = ids["code"];
        if (example["signers"] is not null) example["signers"]![0] = ids["code"];
        if (example["ma_lop"] is not null) example["ma_lop"] = ids["classId"];
        string json = example.ToJsonString();
        byte[] signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestPlan.FormSecret), Encoding.UTF8.GetBytes(json));
        return (Api.JsonBody(json), [("X-Signature", $"sha256={Convert.ToHexStringLower(signature)}")]);
    }
}
