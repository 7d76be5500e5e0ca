namespace NtmServerless.Domain.Evidence;

/// <summary>Reads bytes of a file that is too large to be held.</summary>
/// <param name="offset">From the first byte of the file.</param>
/// <returns>How many bytes were read; fewer than asked for only at the file's end.</returns>
public delegate int ReadAt(long offset, Span<byte> into);

/// <summary>A run of bytes of a picture that is kept.</summary>
/// <param name="From">Where it begins in the file that was sent.</param>
/// <param name="Instead">Bytes that were not sent, to be written in its place; null: those of the file.</param>
public readonly record struct PicturePiece(long From, long Length, byte[]? Instead = null);

/// <summary>
/// What of a picture is kept: what it shows, and how. Place, time, camera, owner, comments, previews, further pictures and a film behind
/// it are left out. The bytes that show the picture stay as they are, so nothing is lost of it.
/// </summary>
/// <param name="Pieces">In the order in which they are written; the same file gives the same pieces.</param>
public sealed record Picture(int Width, int Height, IReadOnlyList<PicturePiece> Pieces)
{
    /// <summary>Reads a picture as far as it takes to know that there is one.</summary>
    /// <returns>Null when it is not whole, or shows nothing.</returns>
    public static Picture? Read(FileType type, ReadAt file) => type switch
    {
        FileType.Jpeg => JpegParts.Read(file),
        FileType.Png => PngParts.Read(file),
        _ => null,
    };
}
