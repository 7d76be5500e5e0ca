using System.Diagnostics;
using System.Text.Json;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>
/// The flavour that is deployed cannot be built here, because the registry does not serve its packages; what the build
/// would do can be asked of MSBuild all the same.
/// </summary>
public sealed class AzureFlavourTests
{
    private static readonly string[] Official =
    [
        "Microsoft.Azure.Functions.Worker 2.52.0",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask 1.16.5",
        "Microsoft.Azure.Functions.Worker.Extensions.Http 3.3.0",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.1",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3.1",
        "Microsoft.Azure.Functions.Worker.Sdk 2.1.0",
    ];

    [Fact]
    public async Task AzureFlavour_ReferencesTheOfficialPackagesAndNeverLocalHost()
    {
        JsonElement evaluated = await EvaluateAsync("-p:FunctionsHost=Azure");
        string[] wanted = [.. Identities(evaluated, "PackageReference")];
        string[] versions =
        [
            .. evaluated.GetProperty("Items").GetProperty("PackageVersion").EnumerateArray()
                .Select(p => $"{p.GetProperty("Identity").GetString()} {p.GetProperty("Version").GetString()}")
                .Where(p => p.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(Official, versions);
        Assert.All(Official, package => Assert.Contains(package.Split(' ')[0], wanted));
        Assert.DoesNotContain(Identities(evaluated, "ProjectReference"), p => p.Contains("LocalHost", StringComparison.Ordinal));
        Assert.Contains("obj/azure", evaluated.GetProperty("Properties").GetProperty("BaseIntermediateOutputPath").GetString(), StringComparison.Ordinal);
        Assert.Contains("obj/azure", evaluated.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AzureFlavour_VersionsCanBeOverridden()
    {
        JsonElement evaluated = await EvaluateAsync("-p:FunctionsHost=Azure", "-p:FunctionsWorkerVersion=9.9.9");

        Assert.Contains(
            evaluated.GetProperty("Items").GetProperty("PackageVersion").EnumerateArray(),
            p => p.GetProperty("Identity").GetString() == "Microsoft.Azure.Functions.Worker" && p.GetProperty("Version").GetString() == "9.9.9");
    }

    [Fact]
    public async Task LocalFlavour_ReferencesLocalHostAndNoOfficialPackage()
    {
        JsonElement evaluated = await EvaluateAsync();

        Assert.DoesNotContain(Identities(evaluated, "PackageReference"), p => p.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));
        Assert.Contains(Identities(evaluated, "ProjectReference"), p => p.Contains("LocalHost", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Identities(JsonElement evaluated, string items) =>
        evaluated.GetProperty("Items").GetProperty(items).EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!);

    private static async Task<JsonElement> EvaluateAsync(params string[] properties)
    {
        string project = Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Functions", "Functions.csproj");
        string[] args =
        [
            "msbuild", project, .. properties, "-getItem:PackageReference,PackageVersion,ProjectReference",
            "-getProperty:BaseIntermediateOutputPath,NuGetLockFilePath",
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true })!;
        string json = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return JsonDocument.Parse(json).RootElement;
    }
}
