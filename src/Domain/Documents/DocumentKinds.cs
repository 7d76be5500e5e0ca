namespace NtmServerless.Domain.Documents;

/// <summary>What holds for every document of a kind.</summary>
public static class DocumentKinds
{
    /// <summary>The documents of a class, in the order in which a class needs them.</summary>
    public static readonly IReadOnlyList<DocumentKind> OfClass =
    [
        DocumentKind.Announcement, DocumentKind.LoudspeakerScript, DocumentKind.Invitation, DocumentKind.Participants, DocumentKind.SigningSheet,
        DocumentKind.ClassReport,
    ];

    /// <summary>
    /// Abbreviation of the type, which names the register that numbers it (Decree 30/2020, appendix III); null: the kind bears
    /// no number. An annex stands under the number of its report; the plan brings its own.
    /// </summary>
    public static string? TypeOf(this DocumentKind kind) => kind switch
    {
        DocumentKind.Announcement => "TB",
        DocumentKind.Invitation => "GM",
        DocumentKind.ClassReport or DocumentKind.PeriodicReport => "BC",
        _ => null,
    };

    public static bool IsNumbered(this DocumentKind kind) => kind.TypeOf() is not null;

    /// <summary>Names participants: read only by who runs the class, and removed when retention ends.</summary>
    public static bool HoldsPersonalData(this DocumentKind kind) =>
        kind is DocumentKind.Participants or DocumentKind.SigningSheet or DocumentKind.ClassReport;

    /// <summary>A workbook; every other kind is a text document.</summary>
    public static bool IsWorkbook(this DocumentKind kind) => kind == DocumentKind.ReportAnnex;
}
