using System.IO.Compression;
using System.Xml;

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
    private readonly CancellationToken _cancellation;
    private int _left = MaxUnpacked;

    private WorkbookFile(ZipArchive zip, CancellationToken cancellation) => (_zip, _cancellation) = (zip, cancellation);

    /// <summary>The sheets with something in them, in the order of the tabs.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>too-many</c>.</exception>
    public static IReadOnlyList<IReadOnlyList<SheetRow>> Read(Stream xlsx, CancellationToken cancellation)
    {
        try
        {
            using MemoryStream copy = Copy(xlsx, MaxBytes);
            using WorkbookFile file = new(new ZipArchive(copy, ZipArchiveMode.Read), cancellation);
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
        (List<string> ids, bool from1904) = Book();
        Dictionary<string, string> targets = Targets();
        using PartReader? shared = Part("xl/sharedStrings.xml");
        using PartReader? styles = Part("xl/styles.xml");
        SharedTexts texts = SharedTexts.Read(shared);
        DateStyles dates = DateStyles.Read(styles, from1904);
        CellBudget budget = new();
        List<IReadOnlyList<SheetRow>> sheets = [];
        foreach (string id in ids)
        {
            if (!targets.TryGetValue(id, out string? path)) continue;
            using PartReader? part = Part(path);
            if (part is not null && SheetReader.Read(part, texts, dates, budget) is { Count: > 0 } rows) sheets.Add(rows);
        }

        return sheets;
    }

    // The links to the sheets, in the order of the tabs.
    private (List<string> Ids, bool From1904) Book()
    {
        using PartReader workbook = Part(Main) ?? throw new InvalidDataException("No workbook.");
        List<string> ids = [];
        bool from1904 = false;
        while (workbook.Read())
        {
            if (workbook.Opened == "sheet") ids.Add(workbook["id", Relations] ?? workbook["id", StrictRelations] ?? "");
            else if (workbook.Opened == "workbookPr") from1904 |= workbook["date1904"] is "1" or "true";
        }

        return (ids, from1904);
    }

    private Dictionary<string, string> Targets()
    {
        using PartReader links = Part("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("No relations.");
        Dictionary<string, string> targets = [];
        while (links.Read())
            if (links.Opened == "Relationship") targets.TryAdd(links["Id"] ?? "", Path(links["Target"] ?? ""));
        return targets;
    }

    private static string Path(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private PartReader? Part(string path) => Open(path) is { } part ? new PartReader(part, _cancellation) : null;

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
