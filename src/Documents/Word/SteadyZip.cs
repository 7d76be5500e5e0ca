using System.Buffers.Binary;
using System.IO.Compression;

namespace NtmServerless.Documents.Word;

/// <summary>Packs a package again: entries in one order and without a date, so that the same document is the same bytes.</summary>
internal static class SteadyZip
{
    private const string First = "[Content_Types].xml";

    // PKWARE's APPNOTE: lengths of the end record without a comment, and of a directory entry without its texts.
    private const int EndLength = 22;
    private const int EntryLength = 46;

    // The earliest that a ZIP file can name.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(byte[] package)
    {
        using MemoryStream packed = new();
        using (ZipArchive from = new(new MemoryStream(package), ZipArchiveMode.Read))
        using (ZipArchive to = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in from.Entries.OrderBy(e => e.FullName != First).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                copy.ExternalAttributes = 0;
                using Stream source = entry.Open();
                using Stream target = copy.Open();
                source.CopyTo(target);
            }
        }

        byte[] zip = packed.ToArray();
        NameNoSystem(zip);
        return zip;
    }

    // Each entry of the directory at the end says on what system it was made: the only thing in which the same document
    // made on Windows and on Linux would differ.
    private static void NameNoSystem(Span<byte> zip)
    {
        Span<byte> end = zip[^EndLength..];
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        int at = (int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        for (int i = 0; i < entries; i++)
        {
            Span<byte> entry = zip[at..];
            entry[5] = 0;
            int names = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
            at += EntryLength + names + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }
}
