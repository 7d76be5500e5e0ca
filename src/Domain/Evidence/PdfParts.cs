using System.Buffers;

namespace NtmServerless.Domain.Evidence;

/// <summary>What of a PDF file (ISO 32000-1, 7.5) says that it is one, that it is whole, and that it can be read.</summary>
public static class PdfParts
{
    private const int Chunk = 64 * 1024;

    // "/Encrypt", white space, and the first of its value.
    private const int LongestName = 64;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create("\0\t\n\f\r "u8);

    /// <summary>Programs put a byte order mark or empty lines before the header; text before it is no PDF.</summary>
    public static bool Begins(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        int at = head.IndexOfAnyExcept(WhiteSpace);
        return at >= 0 && head[at..].StartsWith("%PDF-"u8);
    }

    /// <summary>Where the file ends without the zeros and empty lines that fill it up.</summary>
    public static long EndOf(ReadAt file, long length)
    {
        byte[] chunk = new byte[Chunk];
        for (long end = length; end > 0;)
        {
            long from = Math.Max(0, end - Chunk);
            ReadOnlySpan<byte> part = chunk.AsSpan(0, file(from, chunk.AsSpan(0, (int)(end - from))));
            int last = part.LastIndexOfAnyExcept(WhiteSpace);
            if (last >= 0) return from + last + 1;
            end = from;
        }

        return 0;
    }

    /// <summary>
    /// Whether the file says that it is encrypted (7.6.1: <c>/Encrypt</c> in the trailer or in the dictionary of a cross-reference
    /// stream, neither of which is itself encrypted or compressed). A linearised file says it near its beginning, others at the end.
    /// </summary>
    public static bool IsEncrypted(ReadAt file)
    {
        byte[] chunk = new byte[Chunk];
        for (long at = 0; ; at += Chunk - LongestName)
        {
            int read = file(at, chunk);
            if (Says(chunk.AsSpan(0, read))) return true;
            if (read < Chunk) return false;
        }
    }

    private static bool Says(ReadOnlySpan<byte> part)
    {
        for (int found; (found = part.IndexOf("/Encrypt"u8)) >= 0;)
        {
            part = part[(found + "/Encrypt".Length)..];
            int value = part.IndexOfAnyExcept(WhiteSpace);
            // The number of an object, or a dictionary; /EncryptMetadata is another name.
            if (value < 0) return false;
            if (part[value..].StartsWith("<<"u8) || (value > 0 && char.IsAsciiDigit((char)part[value]))) return true;
        }

        return false;
    }
}
