using System.IO.Packaging;

namespace NtmServerless.Documents.Keeping;

/// <summary>Makes documents out of their sources; the same source, number and date give the same bytes.</summary>
public sealed class KeptDocuments(VietnameseTexts texts)
{
    public static string MediaTypeOf(DocumentKind kind) => kind.IsWorkbook() ? AnnexFile.MediaType : OfficialDocuments.MediaType;

    /// <summary>docx or xlsx.</summary>
    public static string ExtensionOf(DocumentKind kind) => kind.IsWorkbook() ? "xlsx" : "docx";

    /// <param name="number">Number and symbol; both empty on papers without a number.</param>
    /// <param name="date">Null: the day is left open.</param>
    /// <exception cref="ArgumentException">The source lacks what its kind needs.</exception>
    public byte[] Make(DocumentSource source, DocumentNumber number, DocumentDate date)
    {
        OfficialDocuments documents = new(texts, TemplateSet.Of(source.Templates));
        return source.Kind switch
        {
            DocumentKind.Announcement => documents.Announcement(Head(), File()),
            DocumentKind.Invitation => documents.Invitation(Head(), File(), Needed(source.Invitee)),
            DocumentKind.LoudspeakerScript => documents.LoudspeakerScript(Head(), File()),
            DocumentKind.Participants => documents.Participants(Head(), File()),
            DocumentKind.SigningSheet => documents.SigningSheet(File(), source.Head?.ParentBody),
            DocumentKind.ClassReport => documents.ClassReport(Head(), File()),
            DocumentKind.PeriodicReport => documents.PeriodicReport(Head(), new ReportFile(Plan(), Needed(source.Report))
            {
                Before = source.Before,
                Remarks = source.Remarks,
                UnitsMissing = source.UnitsMissing,
            }),
            DocumentKind.ReportAnnex => AnnexFile.Write(source.Title ?? "", source.Tables),
            DocumentKind.Plan => OfficialDocuments.Plan(Plan()),
            DocumentKind.CommunicationLog => documents.CommunicationLog(Needed(source.IssuingBody), Plan(), source.From!.Value, source.To!.Value, source.Activities),
            _ => OfficialDocuments.Register(Needed(source.IssuingBody), source.Year!.Value, source.Registered),
        };

        DocumentHead Head() => Needed(source.Head) with { Number = number, Date = date };

        Plan Plan() => PlanImport.Read(Needed(source.Plan)).Plan ?? throw new ArgumentException("The kept plan does not read.", nameof(source));

        ClassFile File() => new(Plan(), Needed(source.Class))
        {
            Registrations = source.Registrations,
            Sheets = source.Sheets,
            Evidence = source.Evidence,
            Report = source.ClassReport,
        };

        static T Needed<T>(T? value) where T : class => value ?? throw new ArgumentException($"The source lacks its {typeof(T).Name}.", nameof(source));
    }

    /// <summary>Type and abstract of a document, as a register names it: "Thông báo: Về việc tổ chức lớp ...".</summary>
    public static string TitleOf(byte[] document)
    {
        using Package package = Package.Open(new MemoryStream(document), FileMode.Open, FileAccess.Read);
        string title = (package.PackageProperties.Title ?? "").ReplaceLineEndings(" ");
        int colon = title.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? title : VietnameseCase.Start(VietnameseCase.Small(title[..colon])) + title[colon..];
    }
}
