using System.Text;
using Xunit;

namespace NtmServerless.Storage.Tests.Evidence;

/// <summary>Files stay as they came.</summary>
public sealed class EvidenceStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_TheSameFileTwice_IsOneBlob()
    {
        Office office = await Office.OpenAsync(azurite);
        EvidenceStore vault = new(office.Storage);

        await StoreAsync(vault, "anh", EvidenceKind.Photo);
        await StoreAsync(vault, "anh", EvidenceKind.Photo);

        Assert.Equal(1, await CountAsync(office, StorageNames.Photos));
        Assert.Equal(0, await CountAsync(office, StorageNames.SignedSheets));
    }

    [Fact]
    public async Task Store_OtherBytesUnderTheSameName_OverwritesNothing()
    {
        EvidenceStore vault = new((await Office.OpenAsync(azurite)).Storage);
        await StoreAsync(vault, "first", EvidenceKind.SignedSheet);

        await StoreAsync(vault, "second", EvidenceKind.SignedSheet);

        Assert.Equal("first", await ReadAsync(vault, EvidenceKind.SignedSheet));
        Assert.Null(await vault.OpenAsync(new("c1"), EvidenceKind.Photo, "abc", Cancellation));
        Assert.Null(await vault.OpenAsync(new("c2"), EvidenceKind.SignedSheet, "abc", Cancellation));
    }

    [Fact]
    public async Task Store_WhenTheAnswerIsLost_IsThere()
    {
        Office office = await Office.OpenAsync(azurite);
        int left = 1;
        EvidenceStore shaky = new(office.Beside(new Faults(
            r => r.Method == Azure.Core.RequestMethod.Put && Interlocked.Decrement(ref left) >= 0 ? Fault.AnswerLost : Fault.None)).Storage);

        await StoreAsync(shaky, "anh", EvidenceKind.Photo);

        Assert.Equal("anh", await ReadAsync(new EvidenceStore(office.Storage), EvidenceKind.Photo));
    }

    [Fact]
    public async Task Store_ALargeStreamThatCannotBeRewound_ComesBackByteForByteAndTwiceIsOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        EvidenceStore vault = new(office.Storage);
        byte[] file = new byte[9 * 1024 * 1024];
        new Random(7).NextBytes(file);

        for (int i = 0; i < 2; i++)
        {
            await using OnceOnlyStream once = new(file);
            await vault.StoreAsync(new("c1"), EvidenceKind.Photo, "abc", FileType.Jpeg, once, Cancellation);
        }

        await using Stream stored = (await vault.OpenAsync(new("c1"), EvidenceKind.Photo, "abc", Cancellation))!;
        using MemoryStream read = new();
        await stored.CopyToAsync(read, Cancellation);
        Assert.True(file.AsSpan().SequenceEqual(read.ToArray()));
        Assert.Equal(1, await CountAsync(office, StorageNames.Photos));
    }

    [Fact]
    public async Task Store_ANameThatLeavesTheClass_IsRefused()
    {
        EvidenceStore vault = new((await Office.OpenAsync(azurite)).Storage);
        await Assert.ThrowsAsync<ArgumentException>(
            () => vault.StoreAsync(new("c1"), EvidenceKind.Photo, "../c2/abc", FileType.Jpeg, Stream.Null, Cancellation));
    }

    private static Task StoreAsync(EvidenceStore vault, string text, EvidenceKind kind) =>
        vault.StoreAsync(new("c1"), kind, "abc", FileType.Jpeg, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation);

    private static async Task<string> ReadAsync(EvidenceStore vault, EvidenceKind kind)
    {
        await using Stream stored = (await vault.OpenAsync(new("c1"), kind, "abc", Cancellation))!;
        using StreamReader reader = new(stored);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task<int> CountAsync(Office office, string container) =>
        (await office.Storage.Container(container).GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Count;
}
