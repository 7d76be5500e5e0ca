using System.IO.Compression;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets;

/// <summary>
/// Finishes what the library writes: its dates are in the built-in format 14, which shows day and month as each PC is set, and its
/// emoji are escapes of two halves, which other programs show as they stand.
/// </summary>
internal static partial class FinishedFile
{
    private const string Styles = "xl/styles.xml";
    private const string DayFirst = "<x:numFmts count=\"1\"><x:numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\" /></x:numFmts>";

    public static byte[] Of(MemoryStream file)
    {
        using (ZipArchive zip = new(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (ZipArchiveEntry part in zip.Entries.ToArray())
            {
                if (part.FullName == Styles) Rewrite(part, DaysFirst);
                else if (part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)) Rewrite(part, WholeLetters);
            }

        return file.ToArray();
    }

    private static string DaysFirst(string styles) => styles.Replace("numFmtId=\"14\"", "numFmtId=\"164\"", StringComparison.Ordinal)
        .Replace("<x:numFmts count=\"0\"></x:numFmts>", DayFirst, StringComparison.Ordinal);

    private static string WholeLetters(string sheet) => Halves().Replace(sheet, m => EscapedText.Decode(m.Value));

    private static void Rewrite(ZipArchiveEntry part, Func<string, string> change)
    {
        using Stream content = part.Open();
        using StreamReader reader = new(content);
        string before = reader.ReadToEnd();
        string after = change(before);
        if (after == before) return;
        content.SetLength(0);
        using StreamWriter writer = new(content);
        writer.Write(after);
    }

    [GeneratedRegex("(?<!_x005F)_x[Dd][89ABab][0-9A-Fa-f]{2}__x[Dd][C-Fc-f][0-9A-Fa-f]{2}_")]
    private static partial Regex Halves();
}
