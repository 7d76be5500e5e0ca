using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>Puts sections together to a DOCX file. The same sections give the same bytes: every id is given, nothing is dated.</summary>
internal static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="title">Title in the file's properties.</param>
    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets)
    {
        using MemoryStream file = new();
        using (WordprocessingDocument word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddNewPart<MainDocumentPart>($"{MediaType}.main+xml", "rIdDocument");
            WriteTitle(word, title);
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Of(TextStyles.All);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(new Compatibility(
                new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Val = "15", Uri = "http://schemas.microsoft.com/office/word" }));
            PageHeads heads = new(main);
            Body body = new();
            foreach ((int index, Sheet sheet) in sheets.Index())
            {
                SectionProperties section = Section(sheet, heads, alone: sheet.CountsAlone || index == 0);
                body.Append(sheet.Content);
                foreach (WordBarChart chart in sheet.Charts)
                    Feed(main.AddNewPart<ChartPart>("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", chart.Id), chart.Xml());
                if (sheet.Content is not [.., Paragraph]) body.Append(Paragraphs.Of(TextStyles.Gap));
                if (index == sheets.Count - 1) body.Append(section);
                else body.Elements<Paragraph>().Last().Layout().Append(section);
            }

            main.Document = new Document(body);
        }

        return SteadyZip.Pack(file.ToArray());
    }

    public static void WriteTitle(OpenXmlPackage file, string title) =>
        Feed(file.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"), $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>
            """);

    private static void Feed(OpenXmlPart part, string xml)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static SectionProperties Section(Sheet sheet, PageHeads heads, bool alone)
    {
        (string first, string others) = heads.For(sheet);
        uint width = (uint)Units.Twips(Decree30.PageWidth), height = (uint)Units.Twips(Decree30.PageHeight);
        SectionProperties section = new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = others },
            new HeaderReference { Type = HeaderFooterValues.First, Id = first },
            new SectionType { Val = SectionMarkValues.NextPage },
            sheet.Wide
                ? new PageSize { Width = height, Height = width, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = width, Height = height },
            new PageMargin
            {
                Top = Units.Twips(Decree30.Top),
                Bottom = Units.Twips(Decree30.Bottom),
                Left = (uint)Units.Twips(Decree30.Left),
                Right = (uint)Units.Twips(Decree30.Right),
                Header = (uint)Units.Twips(Decree30.PageNumberFromEdge),
                Footer = (uint)Units.Twips(Decree30.PageNumberFromEdge),
                Gutter = 0,
            });
        section.Append(alone ? new PageNumberType { Start = 1 } : new PageNumberType());
        if (alone) section.Append(new TitlePage());
        return section;
    }
}
