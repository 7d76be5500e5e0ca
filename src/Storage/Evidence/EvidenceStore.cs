using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Storage.Evidence;

/// <summary>
/// The files themselves: blob <c>classId/sha256</c>, signed sheets apart from photos because they are kept for different
/// times. Nothing overwrites a file; the same file twice is one blob.
/// </summary>
public sealed class EvidenceStore(RecordsStorage storage)
{
    /// <summary>Stores a file under its hash. The stream is read from its current position to its end.</summary>
    public async Task StoreAsync(ClassId classId, EvidenceKind kind, string sha256, FileType type, Stream content, CancellationToken cancellation)
    {
        try
        {
            await Blob(classId, kind, sha256).UploadAsync(content, new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = FileContent.MediaType(type) },
            }, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // The same bytes are there already.
        }
    }

    /// <summary>Opens a file for reading; null when it is not there.</summary>
    public async Task<Stream?> OpenAsync(ClassId classId, EvidenceKind kind, string sha256, CancellationToken cancellation)
    {
        try
        {
            return await Blob(classId, kind, sha256).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsMissing(e))
        {
            return null;
        }
    }

    /// <summary>Erases a photo; one that is gone stays gone. Signed sheets go only by the retention rule.</summary>
    public Task ErasePhotoAsync(ClassId classId, string sha256, CancellationToken cancellation) =>
        Blob(classId, EvidenceKind.Photo, sha256).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);

    private BlobClient Blob(ClassId classId, EvidenceKind kind, string sha256) => storage
        .Container(kind == EvidenceKind.Photo ? StorageNames.Photos : StorageNames.SignedSheets)
        .GetBlobClient($"{Key.Checked(classId)}/{Key.Checked(sha256)}");
}
