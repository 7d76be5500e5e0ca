using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>Heads of pages: the number in the middle from the second page on, a mark on every page where there is one.</summary>
internal sealed class PageHeads(MainDocumentPart document)
{
    private const double QrSize = 17;

    // The quiet zone of a code is four of its modules, of which it has about thirty.
    private const double QrGap = 3;
    private const double SideWidth = 100;
    private int _parts;

    /// <summary>Ids of the head of the first page and of the others.</summary>
    public (string First, string Others) For(Sheet sheet) => (Add(sheet, numbered: false), Add(sheet, numbered: true));

    private string Add(Sheet sheet, bool numbered)
    {
        string id = $"rIdHead{++_parts}";
        HeaderPart part = document.AddNewPart<HeaderPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", id);
        Header head = new();
        Paragraph number = Paragraphs.Of(TextStyles.PageNumber, numbered ? [new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }] : []);
        if (sheet.Mark is not { } mark)
        {
            head.Append(number);
        }
        else
        {
            const string picture = "rIdMark";
            using (MemoryStream png = new(mark.Png)) part.AddNewPart<ImagePart>("image/png", picture).FeedData(png);
            double width = sheet.Wide ? Decree30.WideTextWidth : Decree30.TextWidth;
            double[] widths = [SideWidth, width - 2 * SideWidth, SideWidth];
            Paragraph qr = Paragraphs.Of(TextStyles.ListText, new Run(Pictures.Of(picture, (uint)_parts, mark.Text, QrSize, QrSize)));
            qr.Layout().Justification = new Justification { Val = JustificationValues.Right };
            Table table = Tables.Frame(width, widths);
            table.Append(new TableRow(
                Tables.Cell(widths[0], [Paragraphs.Of(TextStyles.ListText, mark.Text)]), Tables.Cell(widths[1], [number]), Tables.Cell(widths[2], [qr])));
            head.Append(table, Paragraphs.Of(TextStyles.Rule).Below(QrGap));
        }

        part.Header = head;
        return id;
    }
}
