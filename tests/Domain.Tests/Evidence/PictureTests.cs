using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Evidence;

/// <summary>What of a picture is kept: what it shows, byte by byte, and nothing that says where, when and by whom it was taken.</summary>
public sealed class PictureTests
{
    private const string Secret = "BI-MAT-22.01N";

    private static readonly byte[] Jfif = [0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 16, 1, 1, 0x11, 0];
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 5];
    private static readonly byte[] Icc = [.. Segment(0xE2, "ICC_PROFILE\0 colours")];
    private static readonly byte[] Adobe = [.. Segment(0xEE, "Adobe\0d\0\0\0\0\x1")];

    private static readonly byte[] Head = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];
    private static readonly byte[] Header = Chunk("IHDR", 0, 0, 0, 16, 0, 0, 0, 8, 8, 2, 0, 0, 0);
    private static readonly byte[] Data = Chunk("IDAT", 0x78, 0x9C, 1, 2, 3);
    private static readonly byte[] End = Chunk("IEND");

    [Fact]
    public void Jpeg_WithAllThatCamerasAdd_KeepsWhatShowsIt()
    {
        byte[] sent =
        [
            0xFF, 0xD8, .. Jfif, .. Segment(0xE1, "Exif\0\0" + Secret), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), .. Icc,
            .. Segment(0xE2, "MPF\0" + Secret), .. Segment(0xED, "Photoshop 3.0\0" + Secret), .. Segment(0xFE, Secret), .. Adobe,
            .. Segment(0xEF, Secret), .. Frame, .. Scan, .. Segment(0xE4, Secret), .. Scan, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes("ftypmp42" + Secret), 0xFF, 0xD9,
        ];
        (Picture? picture, byte[] kept) = Kept(FileType.Jpeg, sent);
        Assert.Equal((16, 8), (picture!.Width, picture.Height));
        Assert.Equal([0xFF, 0xD8, .. Jfif, .. Icc, .. Adobe, .. Frame, .. Scan, .. Scan, 0xFF, 0xD9], kept);
        // What is kept is all that is kept of it again: the same photo is the same file.
        Assert.Equal(kept, Kept(FileType.Jpeg, kept).Bytes);
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 8)]
    public void Jpeg_OfACameraHeldUpright_KeepsThatAlone(bool little, byte orientation)
    {
        byte[] exif = Exif(little, orientation);
        byte[] kept = Kept(FileType.Jpeg, [0xFF, 0xD8, .. exif, .. Frame, .. Scan, 0xFF, 0xD9]).Bytes;
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(36, kept.Length - (2 + Frame.Length + Scan.Length + 2));
        Assert.Equal(orientation, kept[2 + 4 + 6 + 8 + 2 + 9]);
        Assert.Equal(kept, Kept(FileType.Jpeg, kept).Bytes);
    }

    [Fact]
    public void Jpeg_OfACameraHeldAsUsual_SaysNothing() =>
        Assert.Equal([0xFF, 0xD8, .. Frame, .. Scan, 0xFF, 0xD9], Kept(FileType.Jpeg, [0xFF, 0xD8, .. Exif(true, 1), .. Frame, .. Scan, 0xFF, 0xD9]).Bytes);

    [Fact]
    public void Png_WithAllThatProgramsAdd_KeepsWhatShowsIt()
    {
        byte[] gamma = Chunk("gAMA", 0, 0, 0xB1, 0x8F);
        byte[] secret = Encoding.ASCII.GetBytes(Secret);
        byte[] sent =
        [
            .. Head, .. Header, .. Chunk("eXIf", secret), .. gamma, .. Chunk("iTXt", secret), .. Chunk("tEXt", secret), .. Chunk("zTXt", secret), .. Chunk("tIME", secret),
            .. Data, .. Chunk("caBX", secret), .. Data, .. End, .. secret,
        ];
        (Picture? picture, byte[] kept) = Kept(FileType.Png, sent);
        Assert.Equal((16, 8), (picture!.Width, picture.Height));
        Assert.Equal([.. Head, .. Header, .. gamma, .. Data, .. Data, .. End], kept);
    }

    public static TheoryData<string, FileType, byte[]> Nothing => new()
    {
        { "head and end", FileType.Png, [.. Head, .. "IEND"u8] },
        { "no data", FileType.Png, [.. Head, .. Header, .. End] },
        { "data that are none", FileType.Png, [.. Head, .. Header, .. Chunk("IDAT", 1, 2, 3), .. End] },
        { "no width", FileType.Png, [.. Head, .. Chunk("IHDR", 0, 0, 0, 0, 0, 0, 0, 8, 8, 2, 0, 0, 0), .. Data, .. End] },
        { "no header", FileType.Png, [.. Head, .. Data, .. End] },
        { "cut off", FileType.Png, [.. Head, .. Header, .. Data, .. End[..^1]] },
        { "a chunk beyond the end", FileType.Png, [.. Head, .. Header, 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, 0x78, 0x9C, 1, 2, 3, 4, 5, 6] },
        { "start and end", FileType.Jpeg, [0xFF, 0xD8, 0xFF, 0xD9] },
        { "no frame", FileType.Jpeg, [0xFF, 0xD8, .. Scan, 0xFF, 0xD9] },
        { "no scan", FileType.Jpeg, [0xFF, 0xD8, .. Jfif, .. Frame, 0xFF, 0xD9] },
        { "an empty scan", FileType.Jpeg, [0xFF, 0xD8, .. Frame, .. Scan[..10], 0xFF, 0xD9] },
        { "no end", FileType.Jpeg, [0xFF, 0xD8, .. Frame, .. Scan] },
        { "a segment of nothing", FileType.Jpeg, [0xFF, 0xD8, 0xFF, 0xE1, 0, 0, .. Frame, .. Scan, 0xFF, 0xD9] },
        { "a segment beyond the end", FileType.Jpeg, [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, .. Frame, .. Scan, 0xFF, 0xD9] },
        { "a document", FileType.Pdf, [.. "%PDF-1.7 %%EOF"u8] },
    };

    [Theory]
    [MemberData(nameof(Nothing))]
    public void Picture_OfNothing_IsNone(string what, FileType type, byte[] sent)
    {
        Assert.NotEmpty(what);
        Assert.Null(Kept(type, sent).Picture);
    }

    [Fact]
    public void AnyBytes_NeverThrow_AndWhatIsKeptIsKeptAgain() => Gen.Select(Gen.Bool.Select(b => b ? FileType.Jpeg : FileType.Png), Parts.Array[0, 12], Gen.Byte.Array[0, 30])
        .Sample((type, parts, noise) =>
        {
            byte[] sent = [.. type == FileType.Jpeg ? [0xFF, 0xD8] : Head, .. parts.SelectMany(p => p), .. noise];
            (Picture? picture, byte[] kept) = Kept(type, sent);
            return picture is null || Kept(type, kept).Bytes.SequenceEqual(kept);
        });

    private static Gen<byte[]> Parts => Gen.OneOf(
        Gen.Int[0, 10].Select(i => ((byte[][])[Jfif, Frame, Scan, Icc, [0xFF, 0xD9], Header, Data, End, Exif(true, 6), [0xFF, 0xFF, 0xFF], Chunk("tEXt", 1)])[i]), Gen.Byte.Array[0, 20]);

    private static (Picture? Picture, byte[] Bytes) Kept(FileType type, byte[] sent)
    {
        Picture? picture = Picture.Read(type, (offset, into) =>
        {
            ReadOnlySpan<byte> rest = sent.AsSpan((int)Math.Min(offset, sent.Length));
            rest = rest[..Math.Min(rest.Length, into.Length)];
            rest.CopyTo(into);
            return rest.Length;
        });
        return (picture, [.. (picture?.Pieces ?? []).SelectMany(p => p.Instead ?? sent[(int)p.From..(int)(p.From + p.Length)])]);
    }

    private static byte[] Segment(byte marker, string said) => [0xFF, marker, (byte)((said.Length + 2) >> 8), (byte)(said.Length + 2), .. Encoding.Latin1.GetBytes(said)];

    private static byte[] Chunk(string type, params byte[] data)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 1, 2, 3, 4];
    }

    // Another tag, the orientation, the place.
    private static byte[] Exif(bool little, byte orientation)
    {
        byte[] Short(int number) => little ? [(byte)number, (byte)(number >> 8)] : [(byte)(number >> 8), (byte)number];
        byte[] Long(int number) => little ? [.. Short(number), 0, 0] : [0, 0, .. Short(number)];
        byte[] tiff =
        [
            .. little ? "II"u8 : "MM"u8, .. Short(42), .. Long(8), .. Short(3), .. Short(0x010F), .. Short(2), .. Long(4), .. Long(0),
            .. Short(0x0112), .. Short(3), .. Long(1), .. Short(orientation), 0, 0, .. Short(0x8825), .. Short(4), .. Long(1), .. Long(50), .. Long(0),
            .. Encoding.ASCII.GetBytes(Secret),
        ];
        return [.. Segment(0xE1, "Exif\0\0" + Encoding.Latin1.GetString(tiff))];
    }
}
