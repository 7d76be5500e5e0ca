namespace NtmServerless.Domain.Evidence;

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
