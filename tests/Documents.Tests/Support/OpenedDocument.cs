using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Tests.Support;

/// <summary>A DOCX file as a reader sees it: paragraphs with their looks, sections, tables.</summary>
internal sealed class OpenedDocument : IDisposable
{
    private const double MillimetresATwip = 25.4 / 1440;

    private readonly WordprocessingDocument _word;

    public OpenedDocument(byte[] bytes) => _word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    public MainDocumentPart Main => _word.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public IReadOnlyList<Style> Styles => [.. Main.StyleDefinitionsPart!.Styles!.Elements<Style>()];

    public IReadOnlyList<SectionProperties> Sections => [.. Body.Descendants<SectionProperties>()];

    /// <summary>Every paragraph with text, tables included, in the order in which it is read.</summary>
    public IReadOnlyList<string> Texts => [.. Body.Descendants<Paragraph>().Select(TextOf).Where(t => t.Length > 0)];

    public string Text => string.Join('\n', Texts);

    public static double Millimetres(long twips) => twips * MillimetresATwip;

    public static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(e => e switch { Text t => t.Text, Break => " ", _ => "" })).Trim();

    public Paragraph Find(string beginning) =>
        Body.Descendants<Paragraph>().First(p => TextOf(p).StartsWith(beginning, StringComparison.Ordinal));

    public Style StyleOf(Paragraph paragraph) => Styles.Single(s => s.StyleId == paragraph.ParagraphProperties!.ParagraphStyleId!.Val);

    /// <summary>Size in points, bold, italic and alignment of the first paragraph that begins so.</summary>
    public (double Size, bool Bold, bool Italic, string Align) Look(string beginning)
    {
        Style style = StyleOf(Find(beginning));
        StyleRunProperties run = style.StyleRunProperties!;
        return (
            double.Parse(run.FontSize!.Val!, null) / 2, run.Bold is not null, run.Italic is not null,
            style.StyleParagraphProperties!.Justification!.Val!.InnerText!);
    }

    public HeaderPart Header(SectionProperties section, HeaderFooterValues type) =>
        (HeaderPart)Main.GetPartById(section.Elements<HeaderReference>().Single(h => h.Type! == type).Id!);

    /// <summary>Tables with lines, not the frames of head and signature.</summary>
    public IReadOnlyList<Table> LinedTables => [.. Body.Elements<Table>().Where(t => t.GetFirstChild<TableProperties>()!.TableBorders is not null)];

    public static IReadOnlyList<string> Cells(TableRow row) => [.. row.Elements<TableCell>().Select(c => c.InnerText)];

    public static T[] All<T>(OpenXmlElement element) where T : OpenXmlElement => [.. element.Descendants<T>()];

    public void Dispose() => _word.Dispose();
}
