using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Word;

/// <summary>Pages that belong together: one section of the file.</summary>
internal sealed record Sheet(IReadOnlyList<OpenXmlElement> Content)
{
    /// <summary>On its side.</summary>
    public bool Wide { get; init; }

    /// <summary>Counts its pages from one; else the numbers go on from the section before.</summary>
    public bool CountsAlone { get; init; }

    /// <summary>What stands in the head of each of its pages beside the page number; null: nothing.</summary>
    public PageMark? Mark { get; init; }

    /// <summary>Charts that the content names.</summary>
    public IReadOnlyList<WordBarChart> Charts { get; init; } = [];
}

/// <summary>A QR code with a few words, by which a scanned page is found again.</summary>
internal sealed record PageMark(byte[] Png, string Text);
