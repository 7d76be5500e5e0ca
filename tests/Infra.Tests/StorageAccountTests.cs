using System.Text.Json.Nodes;
using Xunit;
using static NtmServerless.Infra.Tests.Deployment;

namespace NtmServerless.Infra.Tests;

public sealed class StorageAccountTests
{
    [Fact]
    public async Task Accounts_TakeNoKeyAndShowNothingToThePublic()
    {
        Deployment deployment = await OfSampleAsync();
        Resource[] accounts = deployment.OfType("Microsoft.Storage/storageAccounts");
        Assert.Equal(2, accounts.Length);
        foreach (Resource account in accounts)
        {
            Assert.False(account.Flag("properties.allowSharedKeyAccess"), account.Name);
            Assert.False(account.Flag("properties.allowBlobPublicAccess"), account.Name);
            Assert.True(account.Flag("properties.supportsHttpsTrafficOnly"), account.Name);
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
        }
    }

    [Fact]
    public async Task Containers_AreAllPrivate()
    {
        Deployment deployment = await OfSampleAsync();
        Resource[] containers = deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers");
        Assert.NotEmpty(containers);
        Assert.All(containers, c => Assert.Equal("None", c.Text("properties.publicAccess")));
    }

    [Fact]
    public async Task HostAccount_HasThePackageAndNoRuleThatDeletesOrFreezes()
    {
        Deployment deployment = await OfSampleAsync();
        Resource host = deployment.Account("host");
        string[] types = [.. deployment.Resources.Where(r => r.IsIn(host)).Select(r => r.Type).Distinct().Order()];
        Assert.Equal(
            [
                "Microsoft.Authorization/roleAssignments",
                "Microsoft.Storage/storageAccounts/blobServices",
                "Microsoft.Storage/storageAccounts/blobServices/containers",
            ],
            types);
        Assert.Equal(["app-package"], ContainersOf(deployment, host));
    }

    [Fact]
    public async Task RecordsAccount_KeepsVersionsAndDeletedBlobs()
    {
        Deployment deployment = await OfSampleAsync();
        Resource records = deployment.Account("rec");
        Resource blobs = Assert.Single(
            deployment.OfType("Microsoft.Storage/storageAccounts/blobServices"), s => s.IsIn(records));
        Assert.True(blobs.Flag("properties.isVersioningEnabled"));
        foreach (string policy in (string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"])
        {
            Assert.True(blobs.Flag($"properties.{policy}.enabled"));
            Assert.Equal(14, blobs.Number($"properties.{policy}.days"));
        }
    }

    [Fact]
    public async Task RecordsAccount_LogsEveryReadWriteAndDeleteOfBlobsAndTables()
    {
        Deployment deployment = await OfSampleAsync();
        Resource records = deployment.Account("rec");
        string workspace = deployment.Single("Microsoft.OperationalInsights/workspaces").Id;
        Resource[] audits =
            [.. deployment.OfType("Microsoft.Insights/diagnosticSettings").Where(s => s.IsIn(records)).OrderBy(s => s.Id)];
        Assert.Equal(["blobServices", "tableServices"], audits.Select(a => a.Scope.Split('/')[^2]));
        foreach (Resource audit in audits)
        {
            Assert.Equal(workspace, audit.Text("properties.workspaceId"));
            JsonArray logs = audit.At("properties.logs").AsArray();
            Assert.Equal(["StorageDelete", "StorageRead", "StorageWrite"], logs.Select(l => (string?)l!["category"]).Order());
            Assert.All(logs, l => Assert.True((bool)l!["enabled"]!));
        }
    }

    internal static string[] ContainersOf(Deployment deployment, Resource account) =>
    [
        .. deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Where(c => c.IsIn(account)).Select(c => c.OwnName).Order(),
    ];
}
