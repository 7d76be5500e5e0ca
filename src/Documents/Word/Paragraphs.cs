using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>Paragraphs of the document's styles.</summary>
internal static class Paragraphs
{
    // Three quarters of a point, in eighths.
    private const uint RuleThickness = 6;

    /// <summary>One paragraph; a line break in the text stays one.</summary>
    public static Paragraph Of(TextStyle style, string text)
    {
        Run run = new();
        foreach ((int line, string part) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line > 0) run.Append(new Break());
            run.Append(new Text(Printable(part)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return Of(style, run);
    }

    public static Paragraph Of(TextStyle style, params OpenXmlElement[] content)
    {
        Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = style.Id }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A text of several lines: a paragraph each, empty lines left out.</summary>
    public static IEnumerable<Paragraph> Lines(TextStyle style, string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Of(style, line));

    /// <summary>A solid rule in the middle.</summary>
    /// <param name="length">Millimetres.</param>
    /// <param name="within">Width of the column, millimetres.</param>
    public static Paragraph Rule(double length, double within)
    {
        string indent = $"{Units.Twips((within - length) / 2)}";
        Paragraph rule = Of(TextStyles.Rule);
        rule.Layout().Append(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = RuleThickness, Space = 1, Color = "000000" }),
            new Indentation { Left = indent, Right = indent });
        return rule;
    }

    /// <summary>The same paragraph, kept on one page with the next.</summary>
    public static Paragraph KeptWithNext(this Paragraph paragraph)
    {
        paragraph.Layout().KeepNext = new KeepNext();
        return paragraph;
    }

    /// <summary>The same paragraph with more room above it, in millimetres: for a signature.</summary>
    public static Paragraph Below(this Paragraph paragraph, double room)
    {
        paragraph.Layout().SpacingBetweenLines = new SpacingBetweenLines { Before = $"{Units.Twips(room)}" };
        return paragraph;
    }

    /// <summary>How the paragraph is laid out, to be changed.</summary>
    public static ParagraphProperties Layout(this Paragraph paragraph) => paragraph.ParagraphProperties ??= new ParagraphProperties();

    // What XML cannot hold at all; forms refuse it, records of before may have it.
    private static string Printable(string text)
    {
        if (text.EnumerateRunes().All(IsPrintable)) return text;
        StringBuilder kept = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes().Where(IsPrintable)) kept.Append(rune);
        return kept.ToString();
    }

    private static bool IsPrintable(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
