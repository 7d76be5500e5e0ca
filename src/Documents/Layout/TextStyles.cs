using static NtmServerless.Documents.Layout.Decree30;

namespace NtmServerless.Documents.Layout;

/// <summary>Every kind of paragraph that the documents use.</summary>
internal static class TextStyles
{
    public static readonly TextStyle NationalTitle = new("NtmNationalTitle", NationalTitleSize, Align.Center, Bold: true);
    public static readonly TextStyle Motto = new("NtmMotto", MottoSize, Align.Center, Bold: true);
    public static readonly TextStyle ParentBody = new("NtmParentBody", IssuerSize, Align.Center);
    public static readonly TextStyle IssuingBody = new("NtmIssuingBody", IssuerSize, Align.Center, Bold: true);
    public static readonly TextStyle Number = new("NtmNumber", NumberSize, Align.Center, Before: 6);
    public static readonly TextStyle PlaceDate = new("NtmPlaceDate", PlaceDateSize, Align.Center, Italic: true, Before: 6);
    public static readonly TextStyle DocumentType = new("NtmDocumentType", TitleSize, Align.Center, Bold: true, Before: 12, KeepNext: true);
    public static readonly TextStyle Abstract = new("NtmAbstract", TitleSize, Align.Center, Bold: true, KeepNext: true);
    public static readonly TextStyle Rule = new("NtmRule", 2, Before: 2);
    public static readonly TextStyle Addressee = new("NtmAddressee", BodySize, Align.Center, Before: 6, After: ParagraphGap);
    public static readonly TextStyle AddresseeItem = new("NtmAddresseeItem", BodySize, FirstLine: 55, After: 2);

    public static readonly TextStyle Body = BodyText("NtmBody");
    public static readonly TextStyle LegalBasis = BodyText("NtmLegalBasis") with { Italic = true };
    public static readonly TextStyle Item = BodyText("NtmItem");
    public static readonly TextStyle Spoken = BodyText("NtmSpoken") with { Line = 1.5 };
    public static readonly TextStyle Heading1 = Heading("NtmHeading1", 1);
    public static readonly TextStyle Heading2 = Heading("NtmHeading2", 2);
    public static readonly TextStyle Heading3 = Heading("NtmHeading3", 3) with { Italic = true };

    public static readonly TextStyle RecipientsLabel = new("NtmRecipientsLabel", RecipientsLabelSize, Bold: true, Italic: true);
    public static readonly TextStyle Recipient = new("NtmRecipient", RecipientsSize);
    public static readonly TextStyle Capacity = new("NtmCapacity", SignerSize, Align.Center, Bold: true);
    public static readonly TextStyle SignerName = new("NtmSignerName", SignerSize, Align.Center, Bold: true);
    public static readonly TextStyle SignHint = new("NtmSignHint", ListSize, Align.Center, Italic: true);

    public static readonly TextStyle AnnexLabel = new("NtmAnnexLabel", AnnexSize, Align.Center, Bold: true, KeepNext: true, Outline: 1);
    public static readonly TextStyle AnnexTitle = new("NtmAnnexTitle", AnnexSize, Align.Center, Bold: true, KeepNext: true);
    public static readonly TextStyle AnnexNote = new("NtmAnnexNote", AnnexNoteSize, Align.Center, Italic: true, After: ParagraphGap);

    public static readonly TextStyle Caption = new("NtmCaption", BodySize, Align.Center, Bold: true, Before: 10, After: 4, KeepNext: true);
    public static readonly TextStyle TableHead = new("NtmTableHead", TableSize, Align.Center, Bold: true);
    public static readonly TextStyle TableText = new("NtmTableText", TableSize);
    public static readonly TextStyle ListHead = new("NtmListHead", ListSize, Align.Center, Bold: true);
    public static readonly TextStyle ListText = new("NtmListText", ListSize);
    public static readonly TextStyle Gap = new("NtmGap", 6);
    public static readonly TextStyle PageNumber = new("NtmPageNumber", PageNumberSize, Align.Center);

    public static readonly IReadOnlyList<TextStyle> All =
    [
        NationalTitle, Motto, ParentBody, IssuingBody, Number, PlaceDate, DocumentType, Abstract, Rule, Addressee, AddresseeItem,
        Body, LegalBasis, Item, Spoken, Heading1, Heading2, Heading3, RecipientsLabel, Recipient, Capacity, SignerName, SignHint,
        AnnexLabel, AnnexTitle, AnnexNote, Caption, TableHead, TableText, ListHead, ListText, Gap, PageNumber,
    ];

    private static TextStyle BodyText(string id) => new(id, BodySize, Align.Both, FirstLine: FirstLine, After: ParagraphGap, Line: LineSpacing);

    private static TextStyle Heading(string id, int level) => BodyText(id) with { Bold = true, KeepNext = true, Outline = level };
}
