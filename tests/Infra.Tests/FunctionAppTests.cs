using System.Text.Json.Nodes;
using Xunit;
using static NtmServerless.Infra.Tests.Deployment;

namespace NtmServerless.Infra.Tests;

public sealed class FunctionAppTests
{
    [Fact]
    public async Task Plan_IsFlexConsumption()
    {
        Resource plan = (await OfSampleAsync()).Single("Microsoft.Web/serverfarms");
        Assert.Equal("FC1", plan.Text("sku.name"));
        Assert.Equal("FlexConsumption", plan.Text("sku.tier"));
        Assert.True(plan.Flag("properties.reserved"));
    }

    [Fact]
    public async Task App_RunsDotnet10IsolatedFromAPackageReadByIdentity()
    {
        Deployment deployment = await OfSampleAsync();
        Resource app = deployment.Single("Microsoft.Web/sites");
        string identity = deployment.Single("Microsoft.ManagedIdentity/userAssignedIdentities").Id;
        Assert.Equal(deployment.Single("Microsoft.Web/serverfarms").Id, app.Text("properties.serverFarmId"));
        Assert.Equal("dotnet-isolated", app.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal("10.0", app.Text("properties.functionAppConfig.runtime.version"));
        JsonNode package = app.At("properties.functionAppConfig.deployment.storage");
        Assert.Equal("blobContainer", (string?)package["type"]);
        Assert.Contains(deployment.Account("host").Id, (string?)package["value"], StringComparison.Ordinal);
        Assert.Contains("'app-package'", (string?)package["value"], StringComparison.Ordinal);
        Assert.Equal("UserAssignedIdentity", (string?)package["authentication"]!["type"]);
        Assert.Equal(identity, (string?)package["authentication"]!["userAssignedIdentityResourceId"]);
        Assert.Equal(identity, app.Text("properties.keyVaultReferenceIdentity"));
    }

    [Fact]
    public async Task App_TakesHttpsAndNoPublishingPassword()
    {
        Deployment deployment = await OfSampleAsync();
        Resource app = deployment.Single("Microsoft.Web/sites");
        Assert.True(app.Flag("properties.httpsOnly"));
        Assert.Equal("1.2", app.Text("properties.siteConfig.minTlsVersion"));
        Resource[] passwords = deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["ftp", "scm"], passwords.Select(p => p.OwnName).Order());
        Assert.All(passwords, p => Assert.False(p.Flag("properties.allow")));
    }

    [Fact]
    public async Task Scale_FollowsTheParameters()
    {
        Deployment deployment = await PredictAsync(
            ["param maximumInstanceCount = 60", "param instanceMemoryMB = 4096", "param alwaysReadyHttpInstances = 2"]);
        Resource app = deployment.Single("Microsoft.Web/sites");
        string scale = "properties.functionAppConfig.scaleAndConcurrency";
        Assert.Equal(60, app.Number($"{scale}.maximumInstanceCount"));
        Assert.Equal(4096, app.Number($"{scale}.instanceMemoryMB"));
        JsonNode warm = Assert.Single(app.At($"{scale}.alwaysReady").AsArray())!;
        Assert.Equal(("http", 2), ((string?)warm["name"], (int?)warm["instanceCount"]));
    }

    [Fact]
    public async Task Telemetry_IsTakenFromTheIdentityOnly()
    {
        Deployment deployment = await OfSampleAsync();
        Resource component = deployment.Single("Microsoft.Insights/components");
        Resource workspace = deployment.Single("Microsoft.OperationalInsights/workspaces");
        Assert.True(component.Flag("properties.DisableLocalAuth"));
        Assert.Equal(workspace.Id, component.Text("properties.WorkspaceResourceId"));
        Assert.True(workspace.Flag("properties.features.disableLocalAuth"));
    }

    [Fact]
    public async Task Vault_UsesRolesAndCannotBePurged()
    {
        Resource vault = (await OfSampleAsync()).Single("Microsoft.KeyVault/vaults");
        Assert.True(vault.Flag("properties.enableRbacAuthorization"));
        Assert.True(vault.Flag("properties.enableSoftDelete"));
        Assert.True(vault.Flag("properties.enablePurgeProtection"));
    }
}
