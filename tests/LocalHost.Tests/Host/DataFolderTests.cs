using Azure.Data.Tables;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Tests.Host.Support;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class DataFolderTests
{
    [Fact]
    public async Task Azurite_IsStartedOnce_AdoptedByTheNextHost_AndSavesWhenStopped()
    {
        using TemporaryFolder folder = new();
        string tools = Path.Combine(Testing.AzuriteServer.RepositoryRoot(), "tools", "azurite");

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
        string tools = Path.Combine(Testing.AzuriteServer.RepositoryRoot(), "tools", "azurite");
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "azurite.json"),
            $$"""{"pid":{{Environment.ProcessId}},"blobPort":1,"queuePort":2,"tablePort":3}""",
            TestContext.Current.CancellationToken);

        FolderAzurite started = await FolderAzurite.OpenAsync(folder.Path, () => tools);

        Assert.NotEqual(Environment.ProcessId, started.Record.Pid);
        await started.StopAsync();
    }

    [Fact]
    public async Task Folder_HeldByAnotherHost_IsRefusedWithItsNameAndAddress()
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = new() { DataFolder = folder.Path };
        await using DataFolder first = DataFolder.Open(options, ownPlan: false);
        first.Announce("http://127.0.0.1:7071");

        HostStartException refused = Assert.Throws<HostStartException>(() => DataFolder.Open(options, ownPlan: false));

        Assert.Equal(HostStartException.FolderInUse, refused.ExitCode);
        Assert.Contains($"{Environment.ProcessId}, http://127.0.0.1:7071", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VirtualClock_OnAPracticeFolder_IsRefused_AndTheFolderIsFreeAgain()
    {
        using TemporaryFolder folder = new();
        LaunchOptions options = new() { DataFolder = folder.Path };
        await using (DataFolder.Open(options, ownPlan: false))
        {
        }

        HostStartException refused = Assert.Throws<HostStartException>(
            () => DataFolder.Open(options with { VirtualStart = DateTimeOffset.UnixEpoch }, ownPlan: false));

        Assert.Equal(HostStartException.WrongUse, refused.ExitCode);
        await using DataFolder again = DataFolder.Open(options, ownPlan: false);
    }

    private static TableClient Table(FolderAzurite azurite) => new(azurite.Record.ConnectionString, "Kept");
}
