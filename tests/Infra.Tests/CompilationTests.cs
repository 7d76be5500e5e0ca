using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Infra.Tests;

public sealed class CompilationTests
{
    private static readonly string Main = Path.Combine(BicepCompiler.InfraFolder, "main.bicep");

    private static readonly Lazy<Task<BicepCompiler.Outcome>> Built = new(() => BicepCompiler.RunAsync("build", Main, "--stdout"));

    [Fact]
    public async Task Build_OfTheTemplate_GivesNoWarning() => AssertSilent(await Built.Value);

    [Fact]
    public async Task Build_OfTheSampleParameters_GivesNoWarning() => AssertSilent(await BicepCompiler.RunAsync(
        "build-params", Path.Combine(BicepCompiler.InfraFolder, "main.bicepparam"), "--stdout"));

    [Fact]
    public async Task Lint_OfTheTemplateAndItsModules_FindsNothing()
    {
        BicepCompiler.Outcome outcome = await BicepCompiler.RunAsync("lint", Main);
        AssertSilent(outcome);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("param unused string = ''", "no-unused-params")]
    [InlineData("@secure()\nparam password string = 'abc'\noutput length int = length(password)", "secure-parameter-default")]
    public async Task Lint_WhenAModuleBreaksARule_Fails(string addition, string rule)
    {
        using var copy = new InfraCopy();
        await File.AppendAllTextAsync(
            copy.PathOf("modules/keyVault.bicep"), "\n" + addition + "\n", TestContext.Current.CancellationToken);
        BicepCompiler.Outcome outcome = await BicepCompiler.RunAsync("lint", copy.PathOf("main.bicep"));
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains($"Error {rule}", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_AllOfThem_AreDescribed()
    {
        foreach ((string name, JsonNode? parameter) in await ParametersAsync())
            Assert.False(string.IsNullOrWhiteSpace((string?)parameter!["metadata"]?["description"]), name);
    }

    [Theory]
    [InlineData("firstAdministratorKey", 32)]
    [InlineData("firstAdministratorCode", 16)]
    [InlineData("keyProtectionSecret", 32)]
    public async Task Secret_EachOne_IsSecureAndHasNoDefault(string name, int shortest)
    {
        JsonNode secret = (await ParametersAsync())[name]!;
        Assert.Equal("securestring", (string?)secret["type"]);
        Assert.Null(secret["defaultValue"]);
        Assert.True((int?)secret["minLength"] >= shortest);
    }

    [Fact]
    public async Task Location_DefaultsToTheResourceGroups() =>
        Assert.Equal("[resourceGroup().location]", (string?)(await ParametersAsync())["location"]!["defaultValue"]);

    [Fact]
    public async Task Lifecycle_WaitsForTheAccountThatItIsOn()
    {
        JsonArray resources = (await TemplateAsync())["resources"]!.AsArray();
        JsonNode lifecycle = resources.Single(r => (string?)r!["name"] == "recordsLifecycle")!;
        Assert.Contains(
            "[resourceId('Microsoft.Resources/deployments', 'recordsStorage')]",
            lifecycle["dependsOn"]!.AsArray().Select(d => (string?)d));
    }

    private static async Task<JsonObject> ParametersAsync() => (await TemplateAsync())["parameters"]!.AsObject();

    private static async Task<JsonNode> TemplateAsync()
    {
        BicepCompiler.Outcome built = await Built.Value;
        Assert.True(built.ExitCode == 0, built.Errors);
        return JsonNode.Parse(built.Output)!;
    }

    private static void AssertSilent(BicepCompiler.Outcome outcome)
    {
        Assert.Empty(outcome.Errors);
        Assert.Equal(0, outcome.ExitCode);
    }
}
