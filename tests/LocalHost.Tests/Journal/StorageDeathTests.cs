using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Journal;

/// <summary>The host's Azurite dies alone.</summary>
public sealed class StorageDeathTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Azurite_KilledAlone_IsStartedAgainByTheHost_WithItsRowsETagsAndLease()
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await RunningHost.StartAsync(RunningHost.Options(folder.Path));
        AzuriteRecord before = AzuriteRecord.Read(Path.Combine(folder.Path, "azurite.json"))!;
        TableClient table = new(before.ConnectionString(FolderSecrets.StorageKey(folder.Path)), "Kept");
        await table.CreateAsync(Cancelled);
        Response added = await table.AddEntityAsync(new TableEntity("p", "r"), Cancelled);

        Process.GetProcessById(before.Pid).Kill();

        AzuriteRecord? after = null;
        await Eventually.TrueAsync(
            async () => (after = AzuriteRecord.Read(Path.Combine(folder.Path, "azurite.json"))) is not null
                && after.Pid != before.Pid && await after.AnswersAsync(host.Http),
            TimeSpan.FromSeconds(30),
            "Azurite answers again");
        Assert.Equal(before with { Pid = after!.Pid }, after);
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, added.Headers.ETag!.Value, cancellationToken: Cancelled);
        BlobServiceClient blobs = new(after.ConnectionString(FolderSecrets.StorageKey(folder.Path)));
        string container = host.App.Services.GetRequiredService<HostNames>().LeaseContainer;
        BlobClient owner = blobs.GetBlobContainerClient(container).GetBlobClient("owner");
        RequestFailedException held = await Assert.ThrowsAsync<RequestFailedException>(
            () => owner.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(15), cancellationToken: Cancelled));
        Assert.Equal(409, held.Status);
    }

    [Fact]
    public async Task Azurite_ThatCannotBeStartedAgain_EndsTheWatchWithTheReason()
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");
        FolderAzurite azurite = await FolderAzurite.OpenAsync(folder.Path, () => tools);
        Task watch = azurite.KeepAliveAsync(_ => { }, () => true, () => { }, Cancelled);

        File.Delete(Path.Combine(folder.Path, "azurite", "__azurite_db_queue__.json"));
        Process.GetProcessById(azurite.Record.Pid).Kill();

        HostStartException refusal = await Assert.ThrowsAsync<HostStartException>(() => watch);
        Assert.Contains("thiếu một tệp cơ sở dữ liệu", refusal.Message, StringComparison.Ordinal);
    }
}
