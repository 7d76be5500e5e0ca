namespace NtmServerless.Domain.Evidence;

/// <summary>A file that was uploaded: the blob is named by its hash, this says what it is, by whom and when.</summary>
/// <param name="Sha256">Lower-case hexadecimal; the same file twice in a class is one.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Session">The session a sheet belongs to; null for photos and sheets of the whole class.</param>
/// <param name="Signatures">Signatures on the sheet as the uploader counted them.</param>
public sealed record EvidenceFact(
    string Sha256,
    EvidenceKind Kind,
    FileType Type,
    long Bytes,
    int? Session,
    int? Signatures,
    string ByUnitId,
    DateTimeOffset UploadedAt)
{
    /// <summary>
    /// Hash of the file as it was sent, before place, time and camera were taken off; null for a PDF, which is kept as it is, and for
    /// what was kept before they were taken off.
    /// </summary>
    public string? SentSha256 { get; init; }

    /// <summary>Set when a photo of people was erased on request; hash, reason and who stay.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    [Personal(PersonalDatum.Photo)]
    public string? EraseReason { get; init; }
}
