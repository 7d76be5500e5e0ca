using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Infra.Tests;

/// <summary>
/// What a deployment of the sample parameters would put on Azure: the compiler's own prediction, with loops, modules,
/// conditions and names worked out. What only Azure can know stays an expression in square brackets.
/// </summary>
internal sealed class Deployment
{
    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-test";

    private static readonly Lazy<Task<Deployment>> Predicted = new(() => PredictAsync([]));

    private Deployment(string text)
    {
        Text = text;
        Resources = [.. JsonNode.Parse(text)!["predictedResources"]!.AsArray().Select(r => new Resource(r!.AsObject()))];
    }

    public string Text { get; }

    public IReadOnlyList<Resource> Resources { get; }

    public static Task<Deployment> OfSampleAsync() => Predicted.Value;

    /// <summary>The prediction with further lines in the parameter file.</summary>
    public static async Task<Deployment> PredictAsync(string[] furtherParameters)
    {
        using var copy = new InfraCopy();
        await File.AppendAllLinesAsync(copy.PathOf("main.bicepparam"), furtherParameters, TestContext.Current.CancellationToken);
        BicepCompiler.Outcome outcome = await BicepCompiler.RunAsync(
            "snapshot", copy.PathOf("main.bicepparam"), "--mode", "overwrite", "--location", "southeastasia",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--resource-group", "rg-test");
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return new Deployment(await File.ReadAllTextAsync(copy.PathOf("main.snapshot.json"), TestContext.Current.CancellationToken));
    }

    public Resource[] OfType(string type) => [.. Resources.Where(r => r.Type == type)];

    public Resource Single(string type) => Assert.Single(OfType(type));

    /// <summary>The storage account whose name has this word after the prefix: <c>host</c> or <c>rec</c>.</summary>
    public Resource Account(string word) => Assert.Single(
        OfType("Microsoft.Storage/storageAccounts"), a => a.Name.StartsWith("ntm" + word, StringComparison.Ordinal));

    /// <summary>One resource of the prediction.</summary>
    internal sealed class Resource(JsonObject json)
    {
        public string Id => Text("id");

        public string Type => Text("type");

        public string Name => Text("name");

        /// <summary>Name without the names of what it is in.</summary>
        public string OwnName => Name.Split('/')[^1];

        /// <summary>For a role assignment or diagnostic setting: what it is on, from the resource group down.</summary>
        public string Scope
        {
            get
            {
                Assert.StartsWith(Group, Id, StringComparison.Ordinal);
                return Id[Group.Length..Id.LastIndexOf("/providers/", StringComparison.Ordinal)];
            }
        }

        public bool IsIn(Resource other) => Id.StartsWith(other.Id + "/", StringComparison.Ordinal);

        /// <summary>The value at a path like <c>properties.policy.rules</c>; fails the test if there is none.</summary>
        public JsonNode At(string path) => Find(path) ?? throw new Xunit.Sdk.XunitException($"{Id} has no {path}");

        public JsonNode? Find(string path) => path.Split('.').Aggregate((JsonNode?)json, (node, part) => node?[part]);

        public string Text(string path) => At(path).GetValue<string>();

        public bool Flag(string path) => At(path).GetValue<bool>();

        public int Number(string path) => At(path).GetValue<int>();
    }
}
