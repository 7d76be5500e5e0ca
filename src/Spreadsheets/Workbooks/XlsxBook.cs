namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>The sheets of an XLSX file, in the order of the tabs; the parts are found by their relations, not by guessed names.</summary>
internal static class XlsxBook
{
    private const string Usual = "xl/workbook.xml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static IReadOnlyList<Sheet> Read(Package package)
    {
        string main = Target(package.RelationsOf(""), "officeDocument") ?? Usual;
        IReadOnlyList<Relation> relations = package.RelationsOf(main);
        string folder = main[..(main.LastIndexOf('/') + 1)];
        (List<(string Id, string Name, bool IsHidden)> tabs, bool from1904) = Tabs(package, main);
        using PartReader? shared = package.Part(Target(relations, "sharedStrings") ?? folder + "sharedStrings.xml");
        using PartReader? styles = package.Part(Target(relations, "styles") ?? folder + "styles.xml");
        SharedTexts texts = SharedTexts.Read(shared);
        DateStyles dates = DateStyles.Read(styles, from1904);
        CellBudget budget = new();
        List<Sheet> sheets = [];
        foreach ((string id, string name, bool isHidden) in tabs)
        {
            if (relations.FirstOrDefault(r => r.Id == id) is not { } link) continue;
            using PartReader? part = package.Part(link.Target);
            if (part is not null && SheetReader.Read(part, texts, dates, budget) is { Count: > 0 } rows) sheets.Add(new Sheet(name, isHidden, rows));
        }

        return sheets;
    }

    private static string? Target(IEnumerable<Relation> relations, string kind) => relations.FirstOrDefault(r => r.Kind == kind)?.Target;

    private static (List<(string Id, string Name, bool IsHidden)> Tabs, bool From1904) Tabs(Package package, string main)
    {
        using PartReader workbook = package.Part(main) ?? throw new InvalidDataException("No workbook.");
        List<(string, string, bool)> tabs = [];
        bool from1904 = false;
        while (workbook.Read())
        {
            if (workbook.Opened == "sheet")
                tabs.Add((workbook["id", Relations] ?? workbook["id", StrictRelations] ?? "", RichText.Clean(workbook["name"] ?? ""),
                    workbook["state"] is "hidden" or "veryHidden"));
            else if (workbook.Opened == "workbookPr") from1904 |= workbook["date1904"] is "1" or "true";
        }

        return (tabs, from1904);
    }
}
