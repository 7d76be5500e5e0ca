namespace NtmServerless.Documents.Templating;

/// <summary>What the template of one type of document may name, and what it must.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Must">Fields and parts without which the document would be wrong.</param>
/// <param name="May">Fields that it can use besides.</param>
/// <param name="Blocks">Parts that it can use, such as tables.</param>
internal sealed record TemplateKind(string File, IReadOnlyList<string> Must, IReadOnlyList<string> May, IReadOnlyList<string> Blocks)
{
    private static readonly string[] OfClass =
    [
        "class", "class-title", "class-number", "stream", "basis", "committee", "lead", "host", "partners", "venue", "sessions-count",
        "first-day", "last-day", "span", "audience", "seats", "seats-words", "held-seats", "opens", "closes", "announcement", "topics-line",
        "issuer", "year",
    ];

    public static readonly TemplateKind Announcement = new("thong-bao-mo-lop.txt", ["class", "venue", "sessions", "closes"], OfClass, ["sessions", "topics"]);

    public static readonly TemplateKind Invitation = new(
        "giay-moi.txt", ["addressee", "class", "venue", "sessions"], [.. OfClass, "addressee", "sent-people"], ["sessions", "topics"]);

    public static readonly TemplateKind Loudspeaker = new(
        "bai-phat-thanh.txt", ["class", "venue", "spoken-sessions", "closes"], OfClass, ["spoken-sessions", "spoken-topics"]);

    public static readonly TemplateKind Participants = new(
        "danh-sach-hoc-vien.txt", ["class", "participants"], [.. OfClass, "people", "women"], ["participants"]);

    public static readonly TemplateKind ClassReport = new(
        "bao-cao-ket-qua-lop.txt", ["class", "registered", "attended", "results"],
        [
            .. OfClass, "registered", "attended", "women", "walk-ins", "cancelled-after", "share", "trainers", "materials", "contents", "results",
            "difference", "difficulties", "proposals", "spent", "spent-words", "signed-sheets", "photos",
        ],
        ["sessions", "topics", "attendance", "by-unit", "by-audience", "by-ethnic-group", "spending"]);

    public static readonly TemplateKind PeriodicReport = new(
        "bao-cao-dinh-ky.txt", ["period", "from", "to", "streams"],
        [
            "period", "from", "to", "basis", "committee", "compiler", "issuer", "year", "planned", "held", "held-ordered", "held-own", "held-share", "closed", "seats",
            "registered", "attended", "women", "women-share", "walk-ins", "cancelled", "declared", "reports-missing", "communication", "tours",
            "tour-members", "spent", "spent-words", "year-held", "year-held-ordered", "year-held-share", "year-attended", "before-held", "before-attended", "units-missing",
        ],
        [
            "streams", "year-so-far", "chart", "by-unit", "by-audience", "by-ethnic-group", "by-sex", "by-quarter", "communication-by-channel", "communication-by-unit",
            "spending", "comparison", "stated", "corrections", "budget-years", "carried", "difficulties", "proposals",
        ]);

    public static readonly IReadOnlyList<TemplateKind> All = [Announcement, Invitation, Loudspeaker, Participants, ClassReport, PeriodicReport];

    /// <summary>The template of a kind of document; null: the kind has no words of its own.</summary>
    public static TemplateKind? Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Announcement => Announcement,
        DocumentKind.Invitation => Invitation,
        DocumentKind.LoudspeakerScript => Loudspeaker,
        DocumentKind.Participants => Participants,
        DocumentKind.ClassReport => ClassReport,
        DocumentKind.PeriodicReport => PeriodicReport,
        _ => null,
    };
}
