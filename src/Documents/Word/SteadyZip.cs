using System.IO.Compression;

namespace NtmServerless.Documents.Word;

/// <summary>Packs a package again: entries in one order and without a date, so that the same document is the same bytes.</summary>
internal static class SteadyZip
{
    private const string First = "[Content_Types].xml";

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

        return packed.ToArray();
    }
}
