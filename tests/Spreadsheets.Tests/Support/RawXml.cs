using System.IO.Compression;

namespace NtmServerless.Spreadsheets.Tests.Support;

/// <summary>The XML of a written file's first sheet, as a spreadsheet will find it.</summary>
internal static class RawXml
{
    public static string Sheet(byte[] xlsx) => Part(xlsx, "xl/worksheets/sheet1.xml");

    public static string Part(byte[] xlsx, string path)
    {
        using ZipArchive zip = new(new MemoryStream(xlsx));
        using StreamReader reader = new(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
