using System.Buffers.Binary;

namespace NtmServerless.Domain.Evidence;

/// <summary>The chunks of a PNG file (W3C, PNG 3rd edition, 5): which of them show the picture.</summary>
internal static class PngParts
{
    private const int MostChunks = 100_000;
    private const int Signature = 8;

    // Length and type before the data, checksum behind.
    private const int Around = 12;

    // Of what may be left out, only what colours and size on paper need.
    private static readonly HashSet<string> Shown =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "hIST", "sPLT"];

    public static Picture? Read(ReadAt file)
    {
        List<PicturePiece> pieces = [new(0, Signature)];
        (int width, int height) = (0, 0);
        bool hasData = false;
        long at = Signature;
        Span<byte> head = stackalloc byte[18];
        for (int i = 0; i < MostChunks; i++)
        {
            int read = file(at, head);
            if (read < Around) return null;
            uint length = BinaryPrimitives.ReadUInt32BigEndian(head);
            string type = System.Text.Encoding.ASCII.GetString(head[4..8]);
            long next = at + Around + length;
            if (length > int.MaxValue || !type.All(char.IsAsciiLetter) || (i == 0) != (type == "IHDR")) return null;
            if (i == 0)
            {
                if (length != 13 || read < 16) return null;
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head[8..]), BinaryPrimitives.ReadInt32BigEndian(head[12..]));
            }

            // The data begin as zlib's do.
            if (type == "IDAT" && !hasData && length >= 2)
            {
                if (read < 10 || (head[8] & 0x0F) != 8 || BinaryPrimitives.ReadUInt16BigEndian(head[8..]) % 31 != 0) return null;
                hasData = true;
            }

            if (Shown.Contains(type)) Keep(pieces, at, next - at);
            // A capital letter says that there is no picture without it.
            else if (char.IsAsciiLetterUpper(type[0])) return null;
            at = next;
            if (type == "IEND") return IsThere(file, next) && hasData && width > 0 && height > 0 ? new Picture(width, height, pieces) : null;
        }

        return null;
    }

    private static bool IsThere(ReadAt file, long end) => file(end - 1, new byte[1]) == 1;

    private static void Keep(List<PicturePiece> pieces, long from, long length)
    {
        if (pieces[^1].From + pieces[^1].Length == from) pieces[^1] = pieces[^1] with { Length = pieces[^1].Length + length };
        else pieces.Add(new PicturePiece(from, length));
    }
}
