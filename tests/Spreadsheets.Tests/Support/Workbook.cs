using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace NtmServerless.Spreadsheets.Tests.Support;

/// <summary>An XLSX file made part by part, as strange as a test wants it.</summary>
internal sealed class Workbook
{
    private const string Space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly StringBuilder _rows = new();
    private readonly List<string> _merges = [];
    private readonly Dictionary<string, string> _more = [];
    private int _line;
    private string _state = "";

    /// <summary>A number that its cell shows as dd/MM/yyyy.</summary>
    public sealed record DateNumber(double Number);

    /// <summary>A cell as XML.</summary>
    public sealed record Raw(string Xml);

    public Workbook Row(params object?[] cells) => RowAt(_line + 1, cells);

    public Workbook RowAt(int line, params object?[] cells)
    {
        _line = line;
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">");
        for (int i = 0; i < cells.Length; i++) _rows.Append(Cell($"{(char)('A' + i)}{line}", cells[i]));
        _rows.Append("</row>");
        return this;
    }

    public Workbook Merge(string range)
    {
        _merges.Add($"<mergeCell ref=\"{range}\"/>");
        return this;
    }

    /// <summary>Its only sheet is hidden.</summary>
    public Workbook Hidden()
    {
        _state = " state=\"hidden\"";
        return this;
    }

    public Workbook Part(string path, string text)
    {
        _more[path] = text;
        return this;
    }

    public MemoryStream Open()
    {
        MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Dictionary<string, string> parts = new()
            {
                ["[Content_Types].xml"] = """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>
                    """,
                ["xl/workbook.xml"] = $"""
                    <workbook xmlns="{Space}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1"{_state} r:id="rId1"/></sheets></workbook>
                    """,
                ["xl/_rels/workbook.xml.rels"] = """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                    """,
                ["xl/styles.xml"] = $"""
                    <styleSheet xmlns="{Space}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
                    """,
                ["xl/worksheets/sheet1.xml"] = $"""
                    <worksheet xmlns="{Space}"><dimension ref="A1:XFD1048576"/><sheetData>{_rows}</sheetData><mergeCells>{string.Concat(_merges)}</mergeCells></worksheet>
                    """,
            };
            foreach ((string path, string text) in _more) parts[path] = text;
            foreach ((string path, string text) in parts)
            {
                using StreamWriter writer = new(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }

        file.Position = 0;
        return file;
    }

    private static string Cell(string name, object? value) => value switch
    {
        null => "",
        Raw raw => raw.Xml,
        DateNumber date => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" s=\"1\"><v>{date.Number}</v></c>"),
        string text => $"<c r=\"{name}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{name}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };
}
