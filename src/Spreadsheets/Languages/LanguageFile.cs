using NtmServerless.Domain.Languages;
using NtmServerless.Spreadsheets.Workbooks;

namespace NtmServerless.Spreadsheets.Languages;

/// <summary>The villagers' texts as XLSX: key, Vietnamese, own words; out, and back in.</summary>
public static class LanguageFile
{
    private const int Own = 2;

    public static byte[] Write(
        string sheet, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> vietnamese, IReadOnlyDictionary<string, string> own) =>
        TableFile.Write(sheet, columns, vietnamese.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (IReadOnlyList<object?>)[t.Key, t.Value, own.GetValueOrDefault(t.Key) ?? ""]));

    /// <summary>The lines under the head of the first sheet.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>: it is no workbook, or too large.</exception>
    public static IReadOnlyList<LanguageLine> Read(byte[] xlsx, CancellationToken cancellation)
    {
        using MemoryStream file = new(xlsx);
        Sheet? first = Sheet.Visible(WorkbookFile.Read(file, cancellation)).FirstOrDefault();
        return first is not null ? [.. first.Rows.Skip(1).Select(r => new LanguageLine(r.Line, r[0].Text.Trim(), r[Own].Text.Trim()))] : [];
    }
}
