using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Templating;

/// <summary>A template with its values: the parts of a document, in order.</summary>
internal sealed record FilledTemplate(string Type, string Abstract, IReadOnlyList<string> Addressees, IReadOnlyList<OpenXmlElement> Body, IReadOnlyList<string> Recipients)
{
    /// <param name="values">By key of field.</param>
    /// <param name="blocks">By key of block; one that is not there is left out.</param>
    /// <param name="body">Style of plain paragraphs.</param>
    /// <param name="say">Done with each line of the body; null: it stays as it is.</param>
    public static FilledTemplate Of(
        Template template, Dictionary<string, string> values, Dictionary<string, IEnumerable<OpenXmlElement>> blocks, TextStyle? body = null,
        Func<string, string>? say = null)
    {
        List<OpenXmlElement> content = [];
        foreach (TemplateLine line in template.Lines)
        {
            if (line.Kind == LineKind.Block) content.AddRange(blocks.GetValueOrDefault(Fields.KeyOf(line.Text)!, []));
            else if (StyleOf(line.Kind, body ?? TextStyles.Body) is { } style && Fields.Fill(line.Text, values) is { } text) content.AddRange(Paragraphs.Lines(style, say is null ? text : say(text)));
        }

        return new FilledTemplate(
            string.Join(' ', Texts(LineKind.Type)), string.Join('\n', Texts(LineKind.Abstract)), [.. Texts(LineKind.Addressee)], content, [.. Texts(LineKind.Recipient)]);

        IEnumerable<string> Texts(LineKind kind) => template.Lines.Where(l => l.Kind == kind).Select(l => Fields.Fill(l.Text, values)).OfType<string>();
    }

    private static TextStyle? StyleOf(LineKind kind, TextStyle body) => kind switch
    {
        LineKind.LegalBasis => TextStyles.LegalBasis,
        LineKind.Heading1 => TextStyles.Heading1,
        LineKind.Heading2 => TextStyles.Heading2,
        LineKind.Heading3 => TextStyles.Heading3,
        LineKind.Item or LineKind.Paragraph => body,
        _ => null,
    };
}
