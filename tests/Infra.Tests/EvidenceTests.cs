using System.Text.Json.Nodes;
using Xunit;
using static NtmServerless.Infra.Tests.Deployment;

namespace NtmServerless.Infra.Tests;

public sealed class EvidenceTests
{
    private const string WriteOnce = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";

    [Fact]
    public async Task SignedSheetsAndPhotos_HaveContainersOfTheirOwn()
    {
        Deployment deployment = await OfSampleAsync();
        Assert.Equal(
            ["documents", "keys", "photos", "plans", "reports", "signed-sheets"],
            StorageAccountTests.ContainersOf(deployment, deployment.Account("rec")));
    }

    [Fact]
    public async Task SignedSheets_AloneAreWriteOnce()
    {
        Deployment deployment = await OfSampleAsync();
        Resource policy = deployment.Single(WriteOnce);
        Assert.Equal($"{deployment.Account("rec").Name}/default/signed-sheets/default", policy.Name);
        Assert.Equal(3654, policy.Number("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.False(policy.Flag("properties.allowProtectedAppendWrites"));
    }

    [Fact]
    public async Task SignedSheets_WhenLockedByHand_AreLeftAlone()
    {
        Deployment deployment = await PredictAsync(["param signedSheetPolicyLocked = true"]);
        Assert.Empty(deployment.OfType(WriteOnce));
        Assert.Contains("signed-sheets", StorageAccountTests.ContainersOf(deployment, deployment.Account("rec")));
    }

    [Fact]
    public async Task Lifecycle_ReachesEvidenceOnlyAndDeletesAfterRetention()
    {
        Deployment deployment = await PredictAsync(
            ["param coolAfterDays = 45", "param signedSheetRetentionDays = 1000", "param photoRetentionDays = 300"]);
        Resource policy = deployment.Single("Microsoft.Storage/storageAccounts/managementPolicies");
        Assert.True(policy.IsIn(deployment.Account("rec")));
        Dictionary<string, JsonNode> actions = policy.At("properties.policy.rules").AsArray().ToDictionary(
            rule => (string)Assert.Single(rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray())!,
            rule => rule!["definition"]!["actions"]!);
        Assert.Equal(["photos/", "signed-sheets/"], actions.Keys.Order());
        AssertAges(actions["signed-sheets/"], cool: 45, delete: 1000, deleteVersion: 1000);
        AssertAges(actions["photos/"], cool: 45, delete: 300, deleteVersion: 0);
        Assert.Equal(1000, deployment.Single(WriteOnce).Number("properties.immutabilityPeriodSinceCreationInDays"));
    }

    private static void AssertAges(JsonNode actions, int cool, int delete, int deleteVersion)
    {
        Assert.Equal(cool, Days(actions["baseBlob"]!["tierToCool"]));
        Assert.Equal(delete, Days(actions["baseBlob"]!["delete"]));
        Assert.Equal(deleteVersion, Days(actions["version"]!["delete"]));
    }

    private static int? Days(JsonNode? action) => (int?)action?["daysAfterCreationGreaterThan"];
}
