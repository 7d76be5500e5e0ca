using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using NtmServerless.Domain.Rules;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// An XLSX file that somebody sent. It is read as data only, part by part under a budget, and never laid out by what it says
/// of its own size: a zip bomb, a sheet that claims a million columns or a macro costs nothing.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxUnpacked = 24 * 1024 * 1024;
    private const string Main = "xl/workbook.xml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly ZipArchive _zip;
    private int _left = MaxUnpacked;

    private WorkbookFile(ZipArchive zip) => _zip = zip;

    /// <summary>The sheets with something in them, in the order of the tabs.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>too-many</c>.</exception>
    public static IReadOnlyList<IReadOnlyList<SheetRow>> Read(Stream xlsx)
    {
        try
        {
            using MemoryStream copy = Copy(xlsx, MaxBytes);
            using WorkbookFile file = new(new ZipArchive(copy, ZipArchiveMode.Read));
            return file.Sheets();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException or NotSupportedException)
        {
            throw new InvalidInputException("file", "xlsx-unreadable");
        }
    }

    public void Dispose() => _zip.Dispose();

    private List<IReadOnlyList<SheetRow>> Sheets()
    {
        XElement workbook = Part(Main) ?? throw new InvalidDataException("No workbook.");
        XElement links = Part("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("No relations.");
        Dictionary<string, string> targets = links.Elements().DistinctBy(Id).ToDictionary(Id, l => Path((string?)l.Attribute("Target") ?? ""));
        bool from1904 = Named(workbook, "workbookPr").Any(p => (string?)p.Attribute("date1904") is "1" or "true");
        SharedTexts texts = SharedTexts.Read(Open("xl/sharedStrings.xml"));
        DateStyles dates = DateStyles.Read(Part("xl/styles.xml"), from1904);
        List<IReadOnlyList<SheetRow>> sheets = [];
        foreach (XElement sheet in Named(workbook, "sheet"))
        {
            string id = (string?)sheet.Attribute(XName.Get("id", Relations)) ?? (string?)sheet.Attribute(XName.Get("id", StrictRelations)) ?? "";
            if (!targets.TryGetValue(id, out string? path) || Open(path) is not { } part) continue;
            using (part)
            {
                IReadOnlyList<SheetRow> rows = SheetReader.Read(part, texts, dates);
                if (rows.Count > 0) sheets.Add(rows);
            }
        }

        return sheets;
    }

    private static string Id(XElement link) => (string?)link.Attribute("Id") ?? "";

    private static string Path(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static IEnumerable<XElement> Named(XElement root, string name) => root.Descendants().Where(e => e.Name.LocalName == name);

    private XElement? Part(string path)
    {
        using Stream? part = Open(path);
        if (part is null) return null;
        using XmlReader reader = SafeXml.Reader(part);
        return XElement.Load(reader);
    }

    private MemoryStream? Open(string path)
    {
        if (_zip.GetEntry(path) is not { } entry) return null;
        using Stream packed = entry.Open();
        MemoryStream part = Copy(packed, _left);
        _left -= (int)part.Length;
        return part;
    }

    // What a zip says of its sizes is not believed: the bytes are counted as they come.
    private static MemoryStream Copy(Stream from, int limit)
    {
        MemoryStream copy = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (copy.Length + read > limit) throw new InvalidInputException("file", "xlsx-too-large");
            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }
}
