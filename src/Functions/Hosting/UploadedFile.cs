namespace NtmServerless.Functions.Hosting;

/// <summary>A file that was received whole, measured, hashed and recognised by its content.</summary>
public sealed record UploadedFile(
    EvidenceKind Kind, FileType Type, string Sha256, long Bytes, int? Session, int? Signatures, Stream Content)
{
    /// <summary>Hash of what was sent, where that is a picture: of that, not everything is kept.</summary>
    public string? SentSha256 { get; init; }
}
