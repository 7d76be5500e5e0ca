namespace NtmServerless.Domain.Tests.Agenda;

/// <summary>Officers of every role, and records that wait for exactly one thing.</summary>
internal static class AgendaCase
{
    /// <summary>The sample plan without what it still wants put into the year, so that a record stands alone.</summary>
    public static readonly Plan Quiet = SamplePlan.Plan with
    {
        Streams = [.. SamplePlan.Plan.Streams.Select(s => s with { ClassCount = null })],
        StudyTours = [],
        CommunicationForms = [],
    };

    public static readonly IReadOnlyDictionary<string, Caller> Officers = new Dictionary<string, Caller>
    {
        ["office"] = new(Role.Administrator, SampleClass.Office, "Văn phòng"),
        ["lead"] = new(Role.LeadUnit, SampleClass.Lead, "Hội Nông dân"),
        ["other-lead"] = new(Role.LeadUnit, "hoi-phu-nu", "Hội Phụ nữ"),
        ["host"] = new(Role.Commune, SampleClass.Host, "Xã Gia Cát"),
        ["other-commune"] = new(Role.Commune, "xa-binh-trung", "Xã Bình Trung"),
        ["culture"] = new(Role.CultureOffice, "phong-van-hoa-thong-tin", "Phòng Văn hóa"),
        ["committee"] = new(Role.Committee, "ban-chi-dao", "Ban Chỉ đạo"),
    };

    /// <summary>The class that waits for a thing, by its name.</summary>
    public static TrainingClass Class(string name) => name switch
    {
        "planned" => SampleClass.Planned(),
        "announced" => SampleClass.Announced(),
        "too-few" => SampleClass.Registering(minimum: 20) with { Trace = new ClassTrace { TooFewAskedAt = SampleClass.Closes } },
        "too-few-decided" => SampleClass.Registering(minimum: 20) with
        {
            Trace = new ClassTrace { TooFewAskedAt = SampleClass.Closes, TooFewDecidedAt = SampleClass.Closes },
        },
        "enough-meanwhile" => SampleClass.Registering(minimum: 20) with
        {
            Trace = new ClassTrace { TooFewAskedAt = SampleClass.Closes },
            Seats = new Seats(50) { Confirmed = 15, Waitlisted = 5 },
        },
        "confirmed" => SampleClass.In(ClassStage.Confirmed),
        "holding" => SampleClass.In(ClassStage.Holding),
        "holding-marked" => SampleClass.In(ClassStage.Holding) with { SessionCounts = [new(1, 30, 2), new(2, 28, 0)] },
        "postponed" => SampleClass.In(ClassStage.Postponed),
        "postponed-half" => SampleClass.In(ClassStage.Postponed) with { Interrupted = true, HeldSessions = 1 },
        "reporting" => Reporting(),
        "no-photo" => Reporting() with { Evidence = new EvidenceState { SignedSheets = 1 } },
        "differs" => Reporting() with { Evidence = new EvidenceState { SignedSheets = 1, Photos = 1, SheetCounts = [new(2, 40)] } },
        "submitted" => Reporting() with
        {
            Report = new ClassReportState
            {
                Stage = ClassReportStage.Submitted,
                SubmittedAt = SampleClass.At("2024-05-24 10:00")
            }
        },
        "returned" => Reporting() with { Report = new ClassReportState { Stage = ClassReportStage.Returned, ReturnedAt = SampleClass.At("2024-05-25 10:00") } },
        "closed" => Reporting() with { Stage = ClassStage.Closed },
        "cancelled" => SampleClass.In(ClassStage.Cancelled),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static StudyTour Tour(string name) => name switch
    {
        "tour-planned" => SampleTour.Planned,
        "tour-few" => SampleTour.In(TourStage.Announced, members: 20),
        "tour-full" => SampleTour.In(TourStage.Announced, members: 30),
        "tour-travelling" => SampleTour.In(TourStage.Travelling),
        "tour-reporting" => SampleTour.In(TourStage.Reporting),
        "tour-postponed" => SampleTour.In(TourStage.Postponed),
        "tour-closed" => SampleTour.In(TourStage.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static PeriodicReport Report(ReportStage stage) => new()
    {
        PlanId = Quiet.Id,
        Period = ReportingPeriods.Decree09.Month(2024, 5),
        Id = new("month-2024-05"),
        AskedAt = SampleClass.At("2024-05-15 00:05"),
        CompiledAt = stage == ReportStage.Asked ? null : SampleClass.At("2024-05-15 00:06"),
        Stage = stage,
    };

    /// <summary>An agenda in words, such as <c>TakeAttendance 1 late 2</c>.</summary>
    public static string[] Of(
        string officer, DateTimeOffset now, Plan? plan = null, TrainingClass[]? classes = null, StudyTour[]? tours = null, PeriodicReport[]? reports = null) =>
        [.. OfficerAgenda.Of(Officers[officer], plan ?? (tours is null ? Quiet : Quiet with { StudyTours = SamplePlan.Plan.StudyTours }), classes ?? [],
            tours ?? [], reports ?? [], [], [], now).Select(Words)];

    private static string Words(AgendaItem item) =>
        item.Kind + (item.Number is { } number ? $" {number}" : "") + (item.Overdue ? $" late {item.DaysLate}" : "");

    private static TrainingClass Reporting() => SampleClass.In(ClassStage.Reporting) with
    {
        SessionCounts = [.. Enumerable.Range(1, 3).Select(s => new SessionCount(s, 30, 0))],
        Evidence = new EvidenceState { SignedSheets = 1, Photos = 2 },
    };
}
