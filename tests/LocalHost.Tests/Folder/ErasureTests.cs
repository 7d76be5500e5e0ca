using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using NtmServerless.Testing.Journal;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

/// <summary>What was erased is nowhere under the data folder: not in extents, databases, journal or files left half written.</summary>
public sealed class ErasureTests
{
    /// <summary>Two rounds of ten seconds, and what a busy machine adds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly int[] Gone = [3, 7, 8];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blob_Deleted_IsOverwrittenWithinAMinute_AndItsNeighboursAreUntouched()
    {
        await using JournaledAzurite azurite = new();
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await azurite.StartWellAsync();
        BlobContainerClient photos = new(azurite.ConnectionString, "photos");
        await photos.CreateAsync(cancellationToken: Cancelled);
        byte[][] bytes = [.. Enumerable.Range(0, 9).Select(_ => RandomNumberGenerator.GetBytes(30_000))];
        for (int i = 0; i < bytes.Length; i++)
            await photos.UploadBlobAsync($"{i}", BinaryData.FromBytes(bytes[i]), Cancelled);
        // One is sent in blocks, and one is replaced.
        await using (Stream blocks = await photos.GetBlobClient("8").OpenWriteAsync(overwrite: true, cancellationToken: Cancelled))
            await blocks.WriteAsync(bytes[8], Cancelled);
        await photos.GetBlobClient("7").UploadAsync(BinaryData.FromString("another"), overwrite: true, Cancelled);
        await photos.DeleteBlobAsync("3", cancellationToken: Cancelled);
        await photos.DeleteBlobAsync("8", cancellationToken: Cancelled);

        await Eventually.TrueAsync(
            () => Task.FromResult(!Gone.Any(i => IsFound(azurite.Folder, bytes[i]))), Limit, "the bytes are gone");

        foreach (int i in (int[])[0, 1, 2, 4, 5, 6])
            Assert.Equal(bytes[i], (await photos.GetBlobClient($"{i}").DownloadContentAsync(Cancelled)).Value.Content.ToArray());
        Assert.Equal("another", (await photos.GetBlobClient("7").DownloadContentAsync(Cancelled)).Value.Content.ToString());
    }

    [Fact]
    public async Task Blob_SentAgainAndRefusedAsThere_LeavesNoSecondCopy()
    {
        await using JournaledAzurite azurite = new();
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await azurite.StartWellAsync();
        BlobContainerClient photos = new(azurite.ConnectionString, "photos");
        await photos.CreateAsync(cancellationToken: Cancelled);
        byte[] photo = RandomNumberGenerator.GetBytes(30_000);
        await photos.UploadBlobAsync("photo", BinaryData.FromBytes(photo), Cancelled);
        Azure.RequestFailedException again = await Assert.ThrowsAsync<Azure.RequestFailedException>(() => photos.UploadBlobAsync("photo", BinaryData.FromBytes(photo), Cancelled));
        Assert.Equal(409, again.Status);
        await photos.DeleteBlobAsync("photo", cancellationToken: Cancelled);

        await Eventually.TrueAsync(() => Task.FromResult(!IsFound(azurite.Folder, photo)), Limit, "both copies are gone");
    }

    [Fact]
    public async Task Blob_DeletedAndTheStorageKilledAtOnce_IsGoneAfterTheNextStart()
    {
        await using JournaledAzurite azurite = new();
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await azurite.StartWellAsync();
        BlobContainerClient photos = new(azurite.ConnectionString, "photos");
        await photos.CreateAsync(cancellationToken: Cancelled);
        byte[] erased = RandomNumberGenerator.GetBytes(3_000_000), kept = RandomNumberGenerator.GetBytes(30_000);
        await photos.UploadBlobAsync("erased", BinaryData.FromBytes(erased), Cancelled);
        await photos.UploadBlobAsync("kept", BinaryData.FromBytes(kept), Cancelled);
        await photos.DeleteBlobAsync("erased", cancellationToken: Cancelled);
        azurite.Kill();
        Assert.True(IsFound(azurite.Folder, erased));

        await azurite.StartWellAsync();

        Assert.False(IsFound(azurite.Folder, erased));
        Assert.Equal(kept, (await photos.GetBlobClient("kept").DownloadContentAsync(Cancelled)).Value.Content.ToArray());
    }

    [Fact]
    public async Task Row_EmptiedOrDeleted_IsGoneFromDatabasesAndJournal()
    {
        await using JournaledAzurite azurite = new();
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await azurite.StartWellAsync();
        TableClient people = new(azurite.ConnectionString, "People");
        await people.CreateAsync(Cancelled);
        await people.AddEntityAsync(new TableEntity("class", "1") { ["Name"] = "Nông Thị Bí Mật" }, Cancelled);
        await people.AddEntityAsync(new TableEntity("class", "2") { ["Name"] = "Lò Văn Bí Mật" }, Cancelled);
        await people.UpdateEntityAsync(new TableEntity("class", "1") { ["Name"] = "" }, Azure.ETag.All, TableUpdateMode.Replace, Cancelled);
        await people.DeleteEntityAsync("class", "2", cancellationToken: Cancelled);
        // What a save that was broken off leaves behind.
        string left = Path.Combine(azurite.Folder, "azurite", "__azurite_db_queue__.json~");
        await File.WriteAllTextAsync(left, "Bí Mật", Cancelled);

        await Eventually.TrueAsync(
            () => Task.FromResult(!IsFound(azurite.Folder, Encoding.UTF8.GetBytes("Bí Mật"), except: left)), Limit, "the names are gone");
        azurite.Kill();
        await azurite.StartWellAsync();

        Assert.False(IsFound(azurite.Folder, Encoding.UTF8.GetBytes("Bí Mật")));
    }

    [Fact]
    public async Task Upload_CutOffByTheEndOfTheApp_IsGoneWhenTheNextOneStarts()
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await RunningHost.StartAsync(RunningHost.Options(folder.Path));
        string temporary = Path.Combine(folder.Path, "temporary");
        await File.WriteAllTextAsync(Path.Combine(temporary, "ntm-half"), "a photo", Cancelled);

        await host.KillWorkerAsync();

        Assert.Empty(Directory.GetFiles(temporary));
    }

    private static bool IsFound(string folder, byte[] bytes, string? except = null) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Any(file => file != except && Read(file).AsSpan().IndexOf(bytes.AsSpan(0, Math.Min(bytes.Length, 200))) >= 0);

    // Files come and go while the storage saves.
    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
