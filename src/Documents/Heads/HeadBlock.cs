using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Heads;

/// <summary>The top of a document: who issues it beside the national title, number beside place and date, then type and abstract.</summary>
internal static class HeadBlock
{
    // Of the width of the page: the national title needs 88 mm at 12 points.
    private const double IssuerShare = 0.42;
    private const double Filled = 0.96;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <param name="width">Between the margins, millimetres.</param>
    public static IEnumerable<OpenXmlElement> Of(DocumentHead head, string type, string about, double width = Decree30.TextWidth)
    {
        double left = width * IssuerShare, right = width - left;
        Table table = Tables.Frame(width, [left, right]);
        table.Append(
            new TableRow(Tables.Cell(left, Issuer(head.ParentBody, head.IssuingBody, left)), Tables.Cell(right, NationalTitle(right))),
            new TableRow(
                Tables.Cell(left, [Paragraphs.Of(TextStyles.Number, head.Number.Symbol.Length == 0 ? "" : Words["label.number", ("number", head.Number.ToString())])]),
                Tables.Cell(right, [Paragraphs.Of(TextStyles.PlaceDate, $"{head.Place}, {head.Date}")])));
        return [table, .. Title(type, about, width)];
    }

    /// <summary>Without number and date, for lists that are not issued by themselves.</summary>
    public static Table Short(string? parent, string issuer, double width)
    {
        double left = width * IssuerShare, right = width - left;
        Table table = Tables.Frame(width, [left, right]);
        table.Append(new TableRow(Tables.Cell(left, Issuer(parent, issuer, left)), Tables.Cell(right, NationalTitle(right))));
        return table;
    }

    public static IEnumerable<Paragraph> Title(string type, string about, double width)
    {
        // Other fonts stand in for Times New Roman where it is missing: a little less than the whole width.
        string[] lines = [.. about.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => BoldText.Balanced(l, Decree30.TitleSize, width * Filled))];
        yield return Paragraphs.Of(TextStyles.DocumentType, VietnameseCase.Capitals(type));
        foreach (string line in lines) yield return Paragraphs.Of(TextStyles.Abstract, line);
        string last = lines.LastOrDefault(type).Split('\n')[^1];
        yield return Paragraphs.Rule(RuleBelow(last, Decree30.TitleSize, width), width).KeptWithNext();
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    private static IEnumerable<Paragraph> Issuer(string? parent, string issuer, double width)
    {
        if (parent is not null) yield return Paragraphs.Of(TextStyles.ParentBody, VietnameseCase.Capitals(parent));
        string name = VietnameseCase.Capitals(issuer);
        yield return Paragraphs.Of(TextStyles.IssuingBody, name);
        yield return Paragraphs.Rule(RuleBelow(name, Decree30.IssuerSize, width), width);
    }

    private static IEnumerable<Paragraph> NationalTitle(double width)
    {
        string motto = Words["label.motto"];
        yield return Paragraphs.Of(TextStyles.NationalTitle, Words["label.national-title"]);
        yield return Paragraphs.Of(TextStyles.Motto, motto);
        yield return Paragraphs.Rule(BoldText.Width(motto, Decree30.MottoSize), width);
    }

    // A text of several lines counts as one full line.
    private static double RuleBelow(string text, double size, double width) => Decree30.RuleShare * Math.Min(BoldText.Width(text, size), width);
}
