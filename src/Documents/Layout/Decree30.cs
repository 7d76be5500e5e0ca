namespace NtmServerless.Documents.Layout;

/// <summary>
/// Figures of Decree 30/2020/NĐ-CP, appendix I. Where the decree gives a span, the value chosen here lies in it; the span
/// stands beside it. Lengths in millimetres, type sizes in points.
/// </summary>
public static class Decree30
{
    /// <summary>A4 (part I.1).</summary>
    public const double PageWidth = 210;
    public const double PageHeight = 297;

    /// <summary>Margins (part I.3): top and bottom 20-25, left 30-35, right 15-20.</summary>
    public const double Top = 20;
    public const double Bottom = 20;
    public const double Left = 30;
    public const double Right = 15;

    /// <summary>Part I.4: Times New Roman, Vietnamese letters of Unicode (TCVN 6909:2001), black.</summary>
    public const string Font = "Times New Roman";

    /// <summary>Page number (part I.7): Arabic, 13-14, centred in the top margin, not on the first page.</summary>
    public const double PageNumberSize = 14;
    public const double PageNumberFromEdge = 10;

    /// <summary>National title 12-13, motto 13-14, bold; the rule below is as long as the motto (part II.1).</summary>
    public const double NationalTitleSize = 12;
    public const double MottoSize = 13;

    /// <summary>Issuing body 12-13, its parent upright, itself bold; a rule of a third to a half of the line (part II.2).</summary>
    public const double IssuerSize = 12;
    public const double RuleShare = 0.4;

    /// <summary>Number 13; place and date 13-14, italic (parts II.3 and II.4).</summary>
    public const double NumberSize = 13;
    public const double PlaceDateSize = 13;

    /// <summary>Type and abstract 13-14 bold; a rule of a third to a half of the line (part II.5).</summary>
    public const double TitleSize = 14;

    /// <summary>Body (part II.6): 13-14, both edges aligned, first line 10-12.7 mm in, lines single to 1.5, at least 6 pt between paragraphs.</summary>
    public const double BodySize = 14;
    public const double FirstLine = 12.7;
    public const double LineSpacing = 1.15;
    public const double ParagraphGap = 6;

    /// <summary>Capacity and name of the signer 13-14 bold (part II.7).</summary>
    public const double SignerSize = 14;

    /// <summary>Recipients (part II.9): "Nơi nhận" 12 bold italic, the list 11 upright; "Kính gửi" 13-14 upright.</summary>
    public const double RecipientsLabelSize = 12;
    public const double RecipientsSize = 11;

    /// <summary>Appendix: "Phụ lục" and its title 14 bold, the reference to the document 13-14 italic (part III.1).</summary>
    public const double AnnexSize = 14;
    public const double AnnexNoteSize = 14;

    /// <summary>Not in the decree: tables, where its 13-14 leaves too few words a line, and dense lists.</summary>
    public const double TableSize = 13;
    public const double ListSize = 12;

    /// <summary>Room for a signature and a stamp (a round stamp is 36 mm, over the left third of the signature).</summary>
    public const double SignatureRoom = 25;

    /// <summary>Between the margins of an upright page.</summary>
    public const double TextWidth = PageWidth - Left - Right;

    /// <summary>Between the margins of a page on its side.</summary>
    public const double WideTextWidth = PageHeight - Left - Right;
}
