using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Xunit;

namespace NtmServerless.Functions.Tests.OpenApi;

/// <summary>The description is complete, and what it says of its own form is so.</summary>
public sealed partial class DescriptionTests(RunningApp app)
{
    [Fact]
    public async Task Description_NamesEveryHttpFunctionAndNoOther()
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Must(System.Net.HttpStatusCode.OK).Json;
        string[] described = [.. Operations(document).Where(o => o.Verb != "head").Select(o => o.Operation.Text("operationId")).Order()];
        string[] functions =
        [
            .. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
                .Where(m => m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>()?.Route?.StartsWith("api/", StringComparison.Ordinal) == true))
                .Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name).Distinct().Order(),
        ];
        Assert.Equal(functions, described);
        Assert.Equal("3.1.0", document.Text("openapi"));
    }

    [Fact]
    public async Task Description_HoldsTogether()
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        Assert.All(document["paths"]!.AsObject(), p => Assert.Matches(PlainPath(), p.Key));
        foreach ((string path, string verb, JsonNode operation) in Operations(document))
        {
            string where = $"{verb} {path}";
            Assert.NotEmpty(operation.Text("summary"));
            string[] named = [.. PathName().Matches(path).Select(m => m.Groups[1].Value)];
            string[] given = [.. operation["parameters"]!.AsArray().Where(p => p.Text("in") == "path").Select(p => p.Text("name"))];
            Assert.True(named.SequenceEqual(given), where);
            foreach ((_, JsonNode? media) in operation["requestBody"]?["content"]?.AsObject() ?? [])
                Assert.True(media!["example"] is not null, $"{where} has no example");
        }

        Assert.All(References(document), r => Assert.StartsWith("#/components/", r, StringComparison.Ordinal));
    }

    /// <summary>Whatever takes a key says so, and nothing else does: an operation that reads its request with the client of the workflows.</summary>
    [Fact]
    public async Task Description_OfWhatChangesSomething_TakesAKey()
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        string[] described =
        [
            .. Operations(document).Where(o => o.Operation["parameters"]!.AsArray().Any(p => p.Text("name") == AskReader.IdempotencyHeader))
                .Select(o => o.Operation.Text("operationId")).Order(),
        ];
        string[] reading =
        [
            .. Endpoints.HttpFunctions().Where(f => !Endpoints.Pages.Contains(f.Name))
                .Where(f => f.Method.GetParameters().Any(p => p.ParameterType == typeof(DurableTaskClient)))
                .Select(f => f.Name).Order(),
        ];
        Assert.Equal(reading, described);
    }

    internal static IEnumerable<(string Path, string Verb, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => f.Key == "$ref" ? [f.Value!.GetValue<string>()] : References(f.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"^(/|(/[\w.-]+|/\{\w+\})+)$")]
    private static partial Regex PlainPath();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathName();
}
