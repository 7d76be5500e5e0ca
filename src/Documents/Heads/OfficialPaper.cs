using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Heads;

/// <summary>A whole official document: head, body, recipients and signature in the decree's order.</summary>
internal static class OfficialPaper
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static Sheet Of(DocumentHead head, FilledTemplate filled, bool wide = false)
    {
        double width = wide ? Decree30.WideTextWidth : Decree30.TextWidth;
        List<OpenXmlElement> content = [.. HeadBlock.Of(head, filled.Type, filled.Abstract, width), .. Addressees(filled.Addressees), .. filled.Body];
        // A signature does not stand alone on a page.
        if (content[^1] is Paragraph last) last.KeptWithNext();
        content.Add(Paragraphs.Of(TextStyles.Gap).KeptWithNext());
        content.Add(SignatureBlock.Of(head.Recipients ?? filled.Recipients, head.Signer, width));
        return new Sheet(content) { Wide = wide };
    }

    /// <summary>An annex: numbered and named, with the document it belongs to; its pages count alone (Decree 30/2020, appendix I, part III).</summary>
    public static Sheet Annex(int number, string title, DocumentHead head, string type, IEnumerable<OpenXmlElement> content, bool wide)
    {
        double width = wide ? Decree30.WideTextWidth : Decree30.TextWidth;
        string note = Words["label.annex-note", ("type", Capital(type)), ("number", head.Number.ToString()), ("date", head.Date.ToString()), ("body", head.IssuingBody)];
        return new Sheet(
        [
            Paragraphs.Of(TextStyles.AnnexLabel, Words["label.annex", ("number", Roman.Of(number))]),
            Paragraphs.Of(TextStyles.AnnexTitle, title),
            Paragraphs.Of(TextStyles.AnnexNote, note),
            Paragraphs.Rule(Decree30.RuleShare * Decree30.TextWidth / 2, width),
            Paragraphs.Of(TextStyles.Gap),
            .. content,
        ])
        { Wide = wide, CountsAlone = true };
    }

    private static IEnumerable<OpenXmlElement> Addressees(IReadOnlyList<string> addressees) => addressees switch
    {
        [] => [],
        [var one] => [Paragraphs.Of(TextStyles.Addressee, $"{Words["template.addressee"]}: {one}")],
        _ =>
        [
            Paragraphs.Of(TextStyles.AddresseeItem, $"{Words["template.addressee"]}:"),
            .. addressees.Select((a, i) => Paragraphs.Of(TextStyles.AddresseeItem, $"- {a}{(i == addressees.Count - 1 ? "." : ";")}")),
        ],
    };

    private static string Capital(string type) => VietnameseCase.Start(VietnameseCase.Small(type));
}
