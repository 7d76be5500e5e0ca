using Xunit;
using static NtmServerless.Infra.Tests.Deployment;

namespace NtmServerless.Infra.Tests;

public sealed class RoleTests
{
    // Built-in roles with data actions only. Ids are the vendor's, the same in every tenant.
    private static readonly Dictionary<string, string> KnownRoles = new()
    {
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
    };

    [Fact]
    public async Task Assignments_GiveOnlyKnownRolesWhereTheyAreNeeded()
    {
        Deployment deployment = await OfSampleAsync();
        string host = deployment.Account("host").Name, records = deployment.Account("rec").Name;
        string vault = deployment.Single("Microsoft.KeyVault/vaults").Name;
        string component = deployment.Single("Microsoft.Insights/components").Name;
        string storage = "/providers/Microsoft.Storage/storageAccounts";
        string container = $"{storage}/{records}/blobServices/default/containers";
        string[] expected =
        [
            $"Key Vault Secrets User on /providers/Microsoft.KeyVault/vaults/{vault}/secrets/FirstAdministratorCode",
            $"Key Vault Secrets User on /providers/Microsoft.KeyVault/vaults/{vault}/secrets/FirstAdministratorKey",
            $"Key Vault Secrets User on /providers/Microsoft.KeyVault/vaults/{vault}/secrets/KeyProtectionSecret",
            $"Monitoring Metrics Publisher on /providers/Microsoft.Insights/components/{component}",
            $"Storage Blob Data Contributor on {container}/documents",
            $"Storage Blob Data Contributor on {container}/keys",
            $"Storage Blob Data Contributor on {container}/photos",
            $"Storage Blob Data Contributor on {container}/plans",
            $"Storage Blob Data Contributor on {container}/reports",
            $"Storage Blob Data Contributor on {container}/signed-sheets",
            $"Storage Blob Data Owner on {storage}/{host}",
            $"Storage Queue Data Contributor on {storage}/{host}",
            $"Storage Table Data Contributor on {storage}/{host}",
            $"Storage Table Data Contributor on {storage}/{records}",
        ];
        Assert.Equal(expected, Assignments(deployment).Select(a => $"{RoleOf(a)} on {a.Scope}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Assignments_AreAllToTheAppsIdentity()
    {
        Deployment deployment = await OfSampleAsync();
        string identity = deployment.Single("Microsoft.ManagedIdentity/userAssignedIdentities").Id;
        Assert.All(Assignments(deployment), a =>
        {
            Assert.StartsWith($"[reference('{identity}'", a.Text("properties.principalId"), StringComparison.Ordinal);
            Assert.Equal("ServicePrincipal", a.Text("properties.principalType"));
        });
    }

    [Fact]
    public async Task Assignments_HaveNamesOfTheirOwn()
    {
        Resource[] assignments = Assignments(await OfSampleAsync());
        Assert.Equal(assignments.Length, assignments.Select(a => a.OwnName).Distinct().Count());
        Assert.All(assignments, a => Assert.True(Guid.TryParse(a.OwnName, out _), a.OwnName));
    }

    private static Resource[] Assignments(Deployment deployment)
    {
        Resource[] found = deployment.OfType("Microsoft.Authorization/roleAssignments");
        Assert.NotEmpty(found);
        return found;
    }

    private static string RoleOf(Resource assignment)
    {
        string id = assignment.Text("properties.roleDefinitionId").Split('/')[^1];
        return KnownRoles.TryGetValue(id, out string? name) ? name : $"unknown role {id}";
    }
}
