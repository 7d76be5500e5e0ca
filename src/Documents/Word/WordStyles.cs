using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>The styles part: Times New Roman everywhere, and a style for each kind of paragraph.</summary>
internal static class WordStyles
{
    private const string Normal = "Normal";

    public static Styles Of(IReadOnlyList<TextStyle> styles)
    {
        Styles part = new(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Decree30.Font, HighAnsi = Decree30.Font, EastAsia = Decree30.Font, ComplexScript = Decree30.Font },
                    new Color { Val = "000000" },
                    new FontSize { Val = Units.HalfPoints(Decree30.BodySize) },
                    new FontSizeComplexScript { Val = Units.HalfPoints(Decree30.BodySize) },
                    new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { Before = "0", After = "0", Line = Units.Lines(1), LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Normal, Default = true });
        part.Append(styles.Select(Style));
        return part;
    }

    public static JustificationValues Justification(Align align) => align switch
    {
        Align.Center => JustificationValues.Center,
        Align.Right => JustificationValues.Right,
        Align.Both => JustificationValues.Both,
        _ => JustificationValues.Left,
    };

    private static Style Style(TextStyle style)
    {
        StyleParagraphProperties paragraph = new();
        if (style.KeepNext) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines
        {
            Before = $"{Units.TwipsOfPoints(style.Before)}",
            After = $"{Units.TwipsOfPoints(style.After)}",
            Line = Units.Lines(style.Line),
            LineRule = LineSpacingRuleValues.Auto,
        });
        paragraph.Append(new Indentation { FirstLine = $"{Units.Twips(style.FirstLine)}" });
        paragraph.Append(new Justification { Val = Justification(style.Align) });
        if (style.Outline > 0) paragraph.Append(new OutlineLevel { Val = style.Outline - 1 });

        StyleRunProperties run = new();
        if (style.Bold) run.Append(new Bold(), new BoldComplexScript());
        if (style.Italic) run.Append(new Italic(), new ItalicComplexScript());
        run.Append(new FontSize { Val = Units.HalfPoints(style.Size) }, new FontSizeComplexScript { Val = Units.HalfPoints(style.Size) });
        return new Style(new StyleName { Val = style.Id }, new BasedOn { Val = Normal }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = style.Id,
            CustomStyle = true,
        };
    }
}
