using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

public sealed class DataFolderTests
{
    private const string WellKnown = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    [Fact]
    public async Task Azurite_WhosePortsWereTakenAsItStarted_ChoosesOthers()
    {
        using TemporaryFolder folder = new();
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int theirs = ((IPEndPoint)taken.LocalEndpoint).Port;
        Queue<int[]> choices = new([[theirs, AzuriteServer.FreePort(), AzuriteServer.FreePort()]]);
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");

        FolderAzurite started = await FolderAzurite.OpenAsync(
            folder.Path, () => tools, () => choices.TryDequeue(out int[]? first) ? first : [AzuriteServer.FreePort(), AzuriteServer.FreePort(),
                AzuriteServer.FreePort()]);

        Assert.NotEqual(theirs, started.Record.BlobPort);
        Assert.Empty(choices);
        await started.StopAsync();
    }

    [Fact]
    public async Task Azurite_IsStartedOnce_AdoptedByTheNextHost_AndSavesWhenStopped()
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");

        FolderAzurite started = await FolderAzurite.OpenAsync(folder.Path, () => tools);
        await Table(started).CreateAsync(TestContext.Current.CancellationToken);
        FolderAzurite adopted = await FolderAzurite.OpenAsync(folder.Path, () => throw new InvalidOperationException("a second one was started"));
        Assert.Equal(started.Record, adopted.Record);
        await adopted.StopAsync();

        Assert.False(started.Record.IsAlive(folder.Path));
        FolderAzurite again = await FolderAzurite.OpenAsync(folder.Path, () => tools);
        await Table(again).AddEntityAsync(new TableEntity("p", "r"), TestContext.Current.CancellationToken);
        await again.StopAsync();
        Assert.False(File.Exists(Path.Combine(folder.Path, "azurite.json")));
    }

    [Fact]
    public async Task Azurite_WhoseProcessIsGone_IsReplaced()
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "azurite.json"),
            $$"""{"pid":{{Environment.ProcessId}},"blobPort":1,"queuePort":2,"tablePort":3}""",
            TestContext.Current.CancellationToken);

        FolderAzurite started = await FolderAzurite.OpenAsync(folder.Path, () => tools);

        Assert.NotEqual(Environment.ProcessId, started.Record.Pid);
        await started.StopAsync();
    }

    [Fact]
    public async Task Azurite_OfAnEarlierVersion_WithTheKeyThatEverybodyKnows_IsReplaced_AndItsRowsAreThere()
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "storage-key"), WellKnown, TestContext.Current.CancellationToken);
        FolderAzurite old = await FolderAzurite.OpenAsync(folder.Path, () => tools);
        await Table(old).CreateAsync(TestContext.Current.CancellationToken);
        string record = Path.Combine(folder.Path, "azurite.json");
        await File.WriteAllTextAsync(
            record, (await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken)).Replace("keyId", "before", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(folder.Path, "storage-key"));

        FolderAzurite fresh = await FolderAzurite.OpenAsync(folder.Path, () => tools);

        Assert.NotEqual(old.Record.Pid, fresh.Record.Pid);
        await Table(fresh).AddEntityAsync(new TableEntity("p", "r"), TestContext.Current.CancellationToken);
        TableClient stranger = new(fresh.Record.ConnectionString(WellKnown), "Kept");
        RequestFailedException refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => stranger.GetEntityAsync<TableEntity>("p", "r", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(403, refused.Status);
        await fresh.StopAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"pid\":16")]
    public async Task Azurite_ThatLivesAndWhoseRecordIsLost_IsAdopted_AndNoSecondOneWrites(string? left)
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite"), record = Path.Combine(folder.Path, "azurite.json");
        FolderAzurite orphan = await FolderAzurite.OpenAsync(folder.Path, () => tools);
        await Table(orphan).CreateAsync(TestContext.Current.CancellationToken);
        File.Delete(record);
        if (left is not null)
            await File.WriteAllTextAsync(record, left, TestContext.Current.CancellationToken);

        FolderAzurite adopted = await FolderAzurite.OpenAsync(folder.Path, () => tools);

        Assert.Equal(orphan.Record, adopted.Record);
        await Table(adopted).AddEntityAsync(new TableEntity("p", "r"), TestContext.Current.CancellationToken);
        await adopted.StopAsync();
        Assert.False(orphan.Record.IsAlive(folder.Path));
    }

    [Fact]
    public async Task Folder_HeldByAnotherHost_IsRefusedWithItsNameAndAddress()
    {
        using TemporaryFolder folder = new();
        await using DataFolder first = DataFolder.Open(folder.Path);
        first.Announce("http://127.0.0.1:7071");

        HostStartException refused = Assert.Throws<HostStartException>(() => DataFolder.Open(folder.Path));

        Assert.Equal(HostStartException.FolderInUse, refused.ExitCode);
        Assert.Contains($"{Environment.ProcessId}, http://127.0.0.1:7071", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VirtualClock_OnAPracticeFolder_IsRefused()
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = new() { DataFolder = folder.Path };
        await using (DataFolder practice = DataFolder.Open(folder.Path))
            await practice.OpenClockAsync(options, ownPlan: false, record: null, TestContext.Current.CancellationToken);
        await using DataFolder again = DataFolder.Open(folder.Path);

        HostStartException refused = await Assert.ThrowsAsync<HostStartException>(() => again.OpenClockAsync(
            options with { VirtualStart = DateTimeOffset.UnixEpoch }, ownPlan: false, record: null, TestContext.Current.CancellationToken));

        Assert.Equal(HostStartException.WrongUse, refused.ExitCode);
    }

    private static TableClient Table(FolderAzurite azurite) => new(azurite.ConnectionString, "Kept");
}
