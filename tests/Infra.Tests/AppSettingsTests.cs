using Xunit;
using static NtmServerless.Infra.Tests.Deployment;

namespace NtmServerless.Infra.Tests;

public sealed class AppSettingsTests
{
    [Fact]
    public async Task Settings_AreAddressesIdentitiesAndReferencesOnly()
    {
        Deployment deployment = await OfSampleAsync();
        string host = deployment.Account("host").Id, records = deployment.Account("rec").Id;
        string identity = deployment.Single("Microsoft.ManagedIdentity/userAssignedIdentities").Id;
        string component = deployment.Single("Microsoft.Insights/components").Id;
        string Reference(string name) =>
            $"@Microsoft.KeyVault(SecretUri={{0}}) of {Assert.Single(deployment.OfType("Microsoft.KeyVault/vaults/secrets"), s => s.OwnName == name).Id} secretUri";
        Dictionary<string, string> expected = new()
        {
            ["AzureWebJobsStorage__credential"] = "managedidentity",
            ["AzureWebJobsStorage__clientId"] = $"{identity} clientId",
            ["AzureWebJobsStorage__blobServiceUri"] = $"{host} primaryEndpoints.blob",
            ["AzureWebJobsStorage__queueServiceUri"] = $"{host} primaryEndpoints.queue",
            ["AzureWebJobsStorage__tableServiceUri"] = $"{host} primaryEndpoints.table",
            ["RecordsStorage__clientId"] = $"{identity} clientId",
            ["RecordsStorage__blobServiceUri"] = $"{records} primaryEndpoints.blob",
            ["RecordsStorage__tableServiceUri"] = $"{records} primaryEndpoints.table",
            // An address, not a secret: DisableLocalAuth refuses its key.
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"{component} ConnectionString",
            ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = $"ClientId={{0}};Authorization=AAD of {identity} clientId",
            ["AzureWebJobsDisableHomepage"] = "true",
            ["SecureCookies"] = "true",
            ["FirstAdministratorKey"] = Reference("FirstAdministratorKey"),
            ["FirstAdministratorCode"] = Reference("FirstAdministratorCode"),
            ["KeyProtectionSecret"] = Reference("KeyProtectionSecret"),
            ["ClientAddressHeader"] = "CLIENT-IP",
            ["ClientAddressFrom"] = "any",
        };
        Assert.Equal(expected, SettingsOf(deployment).ToDictionary(s => s.Key, s => ArmReference.Shorten(s.Value)));
    }

    [Fact]
    public async Task Settings_WhenAPlanIsNamed_HoldIt()
    {
        Deployment deployment = await PredictAsync(["param planFile = 'plans/caoloc-2024.json'"]);
        Assert.Equal("plans/caoloc-2024.json", SettingsOf(deployment)["plan"]);
    }

    [Fact]
    public async Task Settings_FollowTheParameters_AndHaveNamesThatLinuxCanHold()
    {
        Deployment deployment = await PredictAsync(["param knownHosts = 'dang-ky.langson.gov.vn'", "param clientAddressHeader = ''", "param planFile = 'plans/x.json'"]);
        Dictionary<string, string> settings = SettingsOf(deployment);
        Assert.Equal("dang-ky.langson.gov.vn", settings["KnownHosts"]);
        Assert.False(settings.ContainsKey("ClientAddressHeader") || settings.ContainsKey("ClientAddressFrom"));
        Assert.All(settings.Keys, name => Assert.Matches("^[A-Za-z0-9_]+$", name));
    }

    [Fact]
    public async Task Template_AsksForNoKeyAndHoldsNoSecret()
    {
        BicepCompiler.Outcome built = await BicepCompiler.RunAsync(
            "build", Path.Combine(BicepCompiler.InfraFolder, "main.bicep"), "--stdout");
        string predicted = (await OfSampleAsync()).Text;
        Assert.True(built.ExitCode == 0, built.Errors);
        string[] forbidden =
        [
            "listKeys", "listAccountSas", "listServiceSas", "AccountKey=", "SharedAccessSignature", "DefaultEndpointsProtocol",
            BicepCompiler.SampleKey,
        ];
        foreach (string word in forbidden)
        {
            Assert.DoesNotContain(word, built.Output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, predicted, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Dictionary<string, string> SettingsOf(Deployment deployment)
    {
        Resource settings = deployment.Single("Microsoft.Web/sites/config");
        Assert.Equal("appsettings", settings.OwnName);
        return settings.At("properties").AsObject().ToDictionary(s => s.Key, s => s.Value!.GetValue<string>());
    }
}
