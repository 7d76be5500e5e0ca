using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace NtmServerless.Spreadsheets;

/// <summary>A list as an XLSX file of one sheet.</summary>
public static class TableFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="sheet">Name of the sheet, at most 31 characters, none of <c>\ / ? * [ ] :</c>.</param>
    /// <param name="rows">Texts, numbers and dates; a text that begins like a formula stays a text.</param>
    public static byte[] Write(string sheet, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using MemoryStream file = new();
        IEnumerable<Dictionary<string, object?>> lines = rows.Select(row => columns.Zip(row).ToDictionary(c => c.First, c => c.Second));
        MiniExcel.SaveAs(file, lines, sheetName: sheet, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = true });
        return FinishedFile.Of(file);
    }
}
