using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Folder;

/// <summary>A damaged data folder is said to be damaged, and nothing in it is changed or made anew.</summary>
public sealed class DamagedFolderTests
{
    private static readonly string Tools = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_OfADamagedFolder_SaysWhatAndWhatToDo()
    {
        using TemporaryFolder folder = new();
        FolderAzurite azurite = await FolderAzurite.OpenAsync(folder.Path, () => Tools);
        await new TableClient(azurite.ConnectionString, "Kept").CreateAsync(Cancelled);
        BlobContainerClient container = new(azurite.ConnectionString, "kept");
        await container.CreateAsync(cancellationToken: Cancelled);
        await container.UploadBlobAsync("b", BinaryData.FromString("content"), Cancelled);
        await azurite.StopAsync();
        string data = Path.Combine(folder.Path, "azurite");
        string tables = Path.Combine(data, "__azurite_db_table__.json");
        string extent = Directory.GetFiles(Path.Combine(data, "__blobstorage__"))[0];
        string journal = Path.Combine(folder.Path, "journal");

        byte[] whole = await File.ReadAllBytesAsync(tables, Cancelled);
        await IsRefusedAsync(folder.Path, tables, whole[..^20], "một tệp cơ sở dữ liệu không đọc được");
        await IsRefusedAsync(folder.Path, tables, [], "một tệp cơ sở dữ liệu không đọc được");
        await IsRefusedAsync(folder.Path, tables, null, "thiếu một tệp cơ sở dữ liệu");
        await IsRefusedAsync(folder.Path, tables, [.. whole[..^1], .. " }"u8], "một tệp cơ sở dữ liệu không đọc được");
        await IsRefusedAsync(folder.Path, tables, "{\"collections\":[]}"u8.ToArray(), "đã bị chương trình khác ghi đè");
        await IsRefusedAsync(folder.Path, extent, "conten"u8.ToArray(), "thiếu nội dung của một tệp đã tải lên");
        await IsRefusedAsync(folder.Path, Directory.GetFiles(journal, "journal-*.log")[0], null, "thiếu một phần nhật ký");

        azurite = await FolderAzurite.OpenAsync(folder.Path, () => Tools);
        BlobClient blob = new(azurite.ConnectionString, "kept", "b");
        Assert.Equal("content", (await blob.DownloadContentAsync(Cancelled)).Value.Content.ToString());
        await azurite.StopAsync();
    }

    private static async Task IsRefusedAsync(string folder, string path, byte[]? damaged, string saying)
    {
        byte[] whole = await File.ReadAllBytesAsync(path, Cancelled);
        if (damaged is null)
            File.Delete(path);
        else
            await File.WriteAllBytesAsync(path, damaged, Cancelled);

        HostStartException refusal = await Assert.ThrowsAsync<HostStartException>(() => FolderAzurite.OpenAsync(folder, () => Tools));

        Assert.Equal(HostStartException.StorageFailed, refusal.ExitCode);
        Assert.Contains(saying, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"Chép nguyên thư mục {folder}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, File.Exists(path) ? await File.ReadAllBytesAsync(path, Cancelled) : null);
        await File.WriteAllBytesAsync(path, whole, Cancelled);
    }
}
