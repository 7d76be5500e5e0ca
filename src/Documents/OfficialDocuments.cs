namespace NtmServerless.Documents;

/// <summary>
/// Every document that the application writes, as the bytes of a DOCX file in the layout of Decree 30/2020/NĐ-CP. The same
/// input gives the same bytes; dates are those of the input.
/// </summary>
public sealed class OfficialDocuments(VietnameseTexts texts, TemplateSet templates)
{
    /// <summary>Media type of all of them.</summary>
    public const string MediaType = WordFile.MediaType;

    /// <summary>Thông báo mở lớp (TB).</summary>
    public byte[] Announcement(DocumentHead head, ClassFile file) => new AnnouncementDocument(texts, templates).Write(head, file);

    /// <summary>Giấy mời (GM).</summary>
    public byte[] Invitation(DocumentHead head, ClassFile file, Invitee invitee) => new InvitationDocument(texts, templates).Write(head, file, invitee);

    /// <summary>Bài phát thanh for the commune's loudspeakers; the head is that of the commune or of the lead unit.</summary>
    public byte[] LoudspeakerScript(DocumentHead head, ClassFile file) => new LoudspeakerScript(texts, templates).Write(head, file);

    /// <summary>Danh sách học viên: those with a seat.</summary>
    public byte[] Participants(DocumentHead head, ClassFile file) => new ParticipantList(texts, templates).Write(head, file);

    /// <summary>Danh sách ký tên, a sheet for each session still to be held.</summary>
    /// <param name="parentBody">Above the lead unit in the head; null: none.</param>
    /// <exception cref="ArgumentException">No session is left to be held.</exception>
    public byte[] SigningSheet(ClassFile file, string? parentBody = null) => new SigningSheet(texts).Write(file, parentBody);

    /// <summary>Báo cáo kết quả lớp (BC) with annexes.</summary>
    /// <exception cref="ArgumentException">No report is filed.</exception>
    public byte[] ClassReport(DocumentHead head, ClassFile file) => new ClassReportDocument(texts, templates).Write(head, file);

    /// <summary>Báo cáo định kỳ, đột xuất (BC).</summary>
    /// <exception cref="ArgumentException">The report is not compiled.</exception>
    public byte[] PeriodicReport(DocumentHead head, ReportFile file) => new PeriodicReportDocument(texts, templates).Write(head, file);

    /// <summary>Sổ theo dõi hoạt động truyền thông of a span; both days belong to it.</summary>
    public byte[] CommunicationLog(string issuingBody, Plan plan, DateOnly from, DateOnly to, IEnumerable<CommunicationActivity> activities) =>
        new CommunicationLogDocument(texts).Write(issuingBody, plan, from, to, activities);

    /// <summary>Sổ đăng ký văn bản đi of a year.</summary>
    public static byte[] Register(string issuingBody, int year, IEnumerable<RegisteredDocument> documents) => DocumentRegister.Write(issuingBody, year, documents);

    /// <summary>Kế hoạch (KH), written back from its data.</summary>
    public static byte[] Plan(Plan plan) => PlanDocument.Write(plan);
}
