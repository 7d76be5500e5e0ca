namespace NtmServerless.Domain.Evidence;

/// <summary>Decides a file's type by its content; its name and declared type are never believed.</summary>
public static class FileContent
{
    /// <summary>Largest file, bytes (20 MB; design: Records).</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Bytes needed from the beginning to decide, and from the end of a PDF.</summary>
    public const int Sample = 1024;

    /// <param name="head">First bytes of the file, up to <see cref="Sample"/>.</param>
    /// <param name="tail">Last bytes of the file, up to <see cref="Sample"/>, before what only fills it up (<see cref="PdfParts.EndOf"/>).</param>
    /// <returns>Null when it is none of the types taken. Whether a picture is whole, <see cref="Picture.Read"/> says.</returns>
    public static FileType? Recognise(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (PdfParts.Begins(head)) return tail.IndexOf("%%EOF"u8) >= 0 ? FileType.Pdf : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileType.Jpeg;
        return head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileType.Png : null;
    }

    /// <summary>What phones and scanners make that can be turned into a type that is taken; null for anything else.</summary>
    public static ConvertibleType? Convertible(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)) return ConvertibleType.Tiff;
        if (head.Length < 12) return null;
        if (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return ConvertibleType.WebP;
        if (!head[4..].StartsWith("ftyp"u8)) return null;
        // ISO/IEC 23008-12: the brands of HEIF pictures; a film has others.
        ReadOnlySpan<byte> brand = head[8..12];
        return brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)
            ? ConvertibleType.Heic : null;
    }

    /// <summary>A photo is a picture; a signed sheet may also be a scanned PDF.</summary>
    public static bool Suits(FileType type, EvidenceKind kind) => kind == EvidenceKind.SignedSheet || type != FileType.Pdf;

    public static string MediaType(FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Jpeg => "image/jpeg",
        _ => "image/png",
    };
}
