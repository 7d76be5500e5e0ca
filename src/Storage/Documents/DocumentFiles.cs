using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Storage.Documents;

/// <summary>
/// The files of documents: blob <c>planId/aboutId/sha256</c> for the bytes of a document, for what it was made from and for
/// its signed scan. Nothing overwrites a file.
/// </summary>
public sealed class DocumentFiles(RecordsStorage storage)
{
    private readonly BlobContainerClient _files = storage.Container(StorageNames.DocumentFiles);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public Task StoreAsync(PlanId planId, string aboutId, string sha256, byte[] content, string mediaType, CancellationToken cancellation) =>
        StoreAsync(planId, aboutId, sha256, new MemoryStream(content, writable: false), mediaType, cancellation);

    /// <summary>Stores a file under its hash. The stream is read from its current position to its end.</summary>
    public async Task StoreAsync(PlanId planId, string aboutId, string sha256, Stream content, string mediaType, CancellationToken cancellation)
    {
        try
        {
            await Blob(planId, aboutId, sha256).UploadAsync(content, new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
            }, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // The same bytes are there already.
        }
    }

    /// <summary>The whole file; null when it is not there.</summary>
    public async Task<byte[]?> ReadAsync(PlanId planId, string aboutId, string sha256, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult file = await Blob(planId, aboutId, sha256).DownloadContentAsync(cancellation);
            return file.Content.ToArray();
        }
        catch (RequestFailedException e) when (Conflict.IsMissing(e))
        {
            return null;
        }
    }

    /// <summary>Opens a file for reading; null when it is not there.</summary>
    public async Task<Stream?> OpenAsync(PlanId planId, string aboutId, string sha256, CancellationToken cancellation)
    {
        try
        {
            return await Blob(planId, aboutId, sha256).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsMissing(e))
        {
            return null;
        }
    }

    /// <summary>Removes every file of a subject except those named: also one that a crash left without its document.</summary>
    public async Task RemoveAsync(PlanId planId, string aboutId, IReadOnlySet<string> kept, CancellationToken cancellation)
    {
        string folder = $"{Key.Checked(planId)}/{Key.Checked(aboutId)}/";
        await foreach (BlobItem file in _files.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
            if (!kept.Contains(file.Name[folder.Length..])) await _files.DeleteBlobIfExistsAsync(file.Name, cancellationToken: cancellation);
    }

    private BlobClient Blob(PlanId planId, string aboutId, string sha256) =>
        _files.GetBlobClient($"{Key.Checked(planId)}/{Key.Checked(aboutId)}/{Key.Checked(sha256)}");
}
