namespace NtmServerless.Documents.Templating;

/// <summary>What a line of a template is.</summary>
internal enum LineKind
{
    /// <summary>Loại văn bản.</summary>
    Type,

    /// <summary>Trích yếu.</summary>
    Abstract,

    /// <summary>Kính gửi.</summary>
    Addressee,
    LegalBasis,
    Heading1,
    Heading2,
    Heading3,
    Item,
    Paragraph,

    /// <summary>A part that the application makes, such as a table.</summary>
    Block,

    /// <summary>Nơi nhận.</summary>
    Recipient,
}

/// <param name="Number">Line in the file, from 1.</param>
internal sealed record TemplateLine(int Number, LineKind Kind, string Text);

/// <summary>The words of one type of document, as an office can change them.</summary>
internal sealed record Template(string File, IReadOnlyList<TemplateLine> Lines);
