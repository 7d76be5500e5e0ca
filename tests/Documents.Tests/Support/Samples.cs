namespace NtmServerless.Documents.Tests.Support;

/// <summary>One of every document, by the name of its file.</summary>
internal static class Samples
{
    public static readonly OfficialDocuments Documents = new(new VietnameseTexts(), TemplateSet.Read());

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["announcement"] = () => Documents.Announcement(SampleClass.Head, SampleClass.File),
        ["invitation"] = () => Documents.Invitation(With("GM-VPĐP"), SampleClass.File, new Invitee("Ủy ban nhân dân xã Hợp Thành", 5)),
        ["loudspeaker"] = () => Documents.LoudspeakerScript(Commune, SampleClass.File),
        ["participants"] = () => Documents.Participants(With("DS-VPĐP"), SampleClass.File),
        ["signing-sheet"] = () => Documents.SigningSheet(SampleClass.File, SampleClass.Plan.IssuingBody),
        ["class-report"] = () => Documents.ClassReport(With("BC-VPĐP"), SampleClass.File),
        ["periodic-report"] = () => Documents.PeriodicReport(SampleReport.Head, SampleReport.File),
        ["year-report"] = () => Documents.PeriodicReport(SampleReport.Head, SampleReport.OfYear),
        ["communication-log"] = () => Documents.CommunicationLog("Phòng Văn hóa và Thông tin", SampleClass.Plan, new(2024, 4, 1), new(2024, 6, 30), SampleRegisters.Activities),
        ["register"] = () => OfficialDocuments.Register("Văn phòng Điều phối nông thôn mới huyện", 2024, SampleRegisters.Documents),
        ["plan"] = () => OfficialDocuments.Plan(SampleClass.Plan),
    };

    public static DocumentHead With(string symbol) => SampleClass.Head with { Number = new DocumentNumber(12, symbol) };

    private static DocumentHead Commune => SampleClass.Head with
    {
        ParentBody = null,
        IssuingBody = "Ủy ban nhân dân xã Gia Cát",
        Number = new DocumentNumber(null, "BPT-UBND"),
        Place = "Gia Cát",
        Signer = new("Lương Văn Xã", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    };
}
