namespace NtmServerless.Domain.Evidence;

/// <summary>A run of bytes of a picture that is kept.</summary>
/// <param name="From">Where it begins in the file that was sent.</param>
/// <param name="Instead">Bytes that were not sent, to be written in its place; null: those of the file.</param>
public readonly record struct PicturePiece(long From, long Length, byte[]? Instead = null);
