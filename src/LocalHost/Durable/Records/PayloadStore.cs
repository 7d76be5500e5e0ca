using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>
/// Texts behind references: "=" and the text itself while it fits into a table property (32K characters), else "@" and
/// the name of a blob.
/// </summary>
internal sealed class PayloadStore(BlobContainerClient container)
{
    /// <summary>Longest text that stays in the table; the limit of a property is 64 KiB in UTF-16.</summary>
    public const int MaxInline = 30_000;

    public async Task CreateAsync(CancellationToken cancellation) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <summary>A reference to the text. Blobs are never written twice: a commit that is lost leaves one behind, no more.</summary>
    public async Task<string?> SaveAsync(string? text, string folder, CancellationToken cancellation)
    {
        if (text is null or { Length: <= MaxInline })
            return text is null ? null : "=" + text;
        string name = $"{folder}/{Guid.NewGuid():N}";
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);
        return "@" + name;
    }

    /// <summary>The text behind a reference.</summary>
    public async Task<string?> ReadAsync(string? reference, CancellationToken cancellation)
    {
        if (reference is null or ['=', ..])
            return reference?[1..];
        BlobDownloadResult blob = await container.GetBlobClient(reference[1..]).DownloadContentAsync(cancellation);
        return blob.Content.ToString();
    }

    /// <summary>Whether the text behind the reference lies in a blob.</summary>
    public static bool IsBlob(string? reference) => reference is ['@', ..];

    /// <summary>Deletes everything in a folder but what is still referred to.</summary>
    public async Task DeleteAsync(string folder, IReadOnlyCollection<string?> keep, CancellationToken cancellation)
    {
        GetBlobsOptions below = new() { Prefix = folder };
        await foreach (BlobItem blob in container.GetBlobsAsync(below, cancellation))
        {
            if (!keep.Contains("@" + blob.Name))
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }
}
