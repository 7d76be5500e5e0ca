using System.Text;

namespace NtmServerless.Documents.Templating;

/// <summary>
/// Reads a template: a line a paragraph; <c>//</c> begins a remark, <c>#</c> a heading, <c>-</c> or <c>+</c> an item,
/// <c>[name]</c> stands for a part that the application makes, and words before a colon name the parts of the head.
/// </summary>
internal static class TemplateReader
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    private static readonly (string Start, LineKind Kind)[] Starts =
    [
        ("### ", LineKind.Heading3), ("## ", LineKind.Heading2), ("# ", LineKind.Heading1),
        (Words["template.type"] + ":", LineKind.Type), (Words["template.abstract"] + ":", LineKind.Abstract), (Words["template.addressee"] + ":", LineKind.Addressee),
    ];

    public static Template Read(string file, string text)
    {
        List<TemplateLine> lines = [];
        bool recipients = false;
        string[] source = text.Normalize(NormalizationForm.FormC).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        foreach ((int index, string raw) in source.Index())
        {
            string line = raw.Trim();
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) continue;
            if (line == Words["template.recipients"] + ":") recipients = true;
            else if (recipients) lines.Add(new(index + 1, LineKind.Recipient, line.TrimStart('-', ' ').TrimEnd(';', '.')));
            else lines.Add(Line(index + 1, line));
        }

        return new Template(file, lines);
    }

    private static TemplateLine Line(int number, string line)
    {
        foreach ((string start, LineKind kind) in Starts)
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return new(number, kind, line[start.Length..].Trim());
        if (line[0] == '[' && line[^1] == ']') return new(number, LineKind.Block, line[1..^1].Trim());
        if (line.StartsWith(Words["template.basis"], StringComparison.Ordinal) && line[^1] == ';') return new(number, LineKind.LegalBasis, line);
        bool item = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal);
        return new(number, item ? LineKind.Item : LineKind.Paragraph, line);
    }
}
