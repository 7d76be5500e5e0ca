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
