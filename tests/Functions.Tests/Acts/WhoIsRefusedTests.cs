using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.Tours;
using Xunit;
using static NtmServerless.Functions.Tests.Acts.ActOffice;

namespace NtmServerless.Functions.Tests.Acts;

/// <summary>
/// Each act that asks to whom a record belongs, as each kind of caller: forbidden, with nothing changed, unless it is named here. What a
/// role alone decides is decided at the door, and tested there (<see cref="Access.EveryRouteTests"/>).
/// </summary>
[Collection<ActCollection>]
public sealed class WhoIsRefusedTests(ActOffice office)
{
    private const string Runs = "administrator, lead";
    private const string TakesAttendance = "administrator, lead, host";
    private const string OwnPeople = "administrator, lead, other commune";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Classes_AreRunByTheirLeadUnit()
    {
        AnnounceForm dates = new() { Venue = "Nhà văn hóa", RegistrationClosesAt = Now.AddDays(10), Sessions = [new(new DateOnly(2024, 6, 25), new(7, 30), new(11, 0))] };
        ClassActs acts = office.Get<ClassActs>();
        await OnlyAsync("administrator, host", null,
            by => acts.PlanAsync(OfPlan, Ask(new ClassForm { StreamId = TestPlan.OpenStream, LeadUnitId = Host, HostUnitId = Host }, by)));
        await OnlyOnAsync(ClassStage.Planned, Runs, (c, by) => acts.AnnounceAsync(new(c), Ask(dates, by)));
        await OnlyOnAsync(ClassStage.Postponed, Runs, (c, by) => acts.RescheduleAsync(new(c), Ask(dates, by)));
        await OnlyOnAsync(ClassStage.Registering, Runs, (c, by) => acts.ExtendAsync(new(c), Ask(new ExtendForm(Now.AddDays(18)), by)));
        await OnlyOnAsync(ClassStage.Registering, Runs, (c, by) => acts.GoOnAsync(new(c), Ask(by)));
        await OnlyOnAsync(ClassStage.Registering, Runs, (c, by) => acts.SetCapacityAsync(new(c), Ask(new CapacityForm(20), by)));
        await OnlyOnAsync(ClassStage.Confirmed, Runs, (c, by) => acts.PostponeAsync(new(c), Ask(new ReasonForm("Mưa lũ"), by)));
        await OnlyOnAsync(ClassStage.Confirmed, Runs, (c, by) => acts.CancelAsync(new(c), Ask(new ReasonForm("Mưa lũ"), by)));
    }

    [Fact]
    public async Task Registrations_AreChangedByWhoRunsTheClass_AndByACommuneForItsOwnPeople()
    {
        RegistrationActs acts = office.Get<RegistrationActs>();
        await OnlyOnAsync(ClassStage.Registering, OwnPeople,
            (c, by) => acts.RegisterAsync(new(c), OfPlan, Ask(Form(by.Name, OtherCommune), by), RegistrationSource.Officer));
        await OnlyOnAsync(ClassStage.Registering, OwnPeople, (c, by) => acts.ReplaceAsync(new(c), Code, Ask(Substitute(by.Name, OtherCommune), by)));
        await OnlyOnAsync(ClassStage.Registering, Runs, (c, by) => acts.ReplaceAsync(new(c), Code, Ask(Substitute(by.Name, Host), by)));
        await OnlyOnAsync(ClassStage.Registering, Runs, (c, by) => acts.ReplaceAsync(new(c), HostsCode, Ask(Substitute(by.Name, OtherCommune), by)));
        await OnlyOnAsync(ClassStage.Registering, OwnPeople, (c, by) => acts.CancelForAsync(new(c), Code, Ask(new ReasonForm("Bận việc"), by)));
        await OnlyOnAsync(ClassStage.Registering, "administrator, lead, host, other commune", (c, by) => acts.PersonAsync(new(c), Code, by, Cancellation));
        await OnlyOnAsync(ClassStage.Registering, TakesAttendance, (c, by) => acts.PersonAsync(new(c), HostsCode, by, Cancellation));
        await OnlyOnAsync(ClassStage.Registering, "administrator, lead, host, other commune", (c, by) => acts.RosterAsync(new(c), by, Cancellation));
    }

    [Fact]
    public async Task Roster_ShowsACommuneItsOwnPeopleOnly()
    {
        string c = await office.ClassAsync(ClassStage.Registering);
        (_, IReadOnlyList<Registration> seen) = await office.Get<RegistrationActs>().RosterAsync(new(c), Callers["other commune"], Cancellation);
        Assert.Equal([Code], seen.Select(r => r.Code));
    }

    [Fact]
    public async Task AttendanceAndEvidence_AreTakenByWhoRunsOrHostsTheClass()
    {
        AttendanceActs attendance = office.Get<AttendanceActs>();
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => attendance.BookAsync(new(c), by, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance,
            (c, by) => attendance.TakeAsync(new(c), 1, Ask(new AttendanceForm([new MarkForm(Code, Mark.Present)]), by)));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => attendance.WalkInAsync(new(c), 1, Ask(Form(by.Name, OtherCommune), by)));

        EvidenceActs evidence = office.Get<EvidenceActs>();
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.EnsureTakenAsync(new(c), by, 1, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.AddAsync(new(c), Ask(File(EvidenceKind.SignedSheet, 1), by)));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.ListAsync(new(c), by, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.ShelfAsync(new(c), by, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.OpenAsync(new(c), EvidenceKind.Photo, "ab", by, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => evidence.ErasePhotoAsync(new(c), "ab", Ask(new ReasonForm("Theo yêu cầu"), by)));

        SignatureActs signatures = office.Get<SignatureActs>();
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => signatures.BookAsync(new(c), 1, by, Cancellation));
        await OnlyOnAsync(ClassStage.Holding, TakesAttendance, (c, by) => signatures.ReadAsync(new(c), 1, Ask(new SheetReadingForm([Code], null), by)));
    }

    [Fact]
    public async Task ClassReports_AreFiledByWhoRunsTheClass_AndReadAbove()
    {
        ClassReportActs acts = office.Get<ClassReportActs>();
        await OnlyOnAsync(ClassStage.Reporting, "administrator, lead, culture, committee", (c, by) => acts.DraftAsync(new(c), by, Cancellation));
        await OnlyOnAsync(ClassStage.Reporting, Runs, (c, by) => acts.DifferenceNotesAsync(new(c), by, Cancellation));
        await OnlyOnAsync(ClassStage.Reporting, Runs, (c, by) => acts.SubmitAsync(new(c), Ask(new ClassReportForm { Results = "Tốt" }, by)));
    }

    [Fact]
    public async Task Documents_ThatNameParticipants_AreOfWhoRunsTheClass()
    {
        DocumentActs acts = office.Get<DocumentActs>();
        string c = await office.ClassAsync(ClassStage.Confirmed);
        await OnlyOnAsync(ClassStage.Confirmed, Runs, (of, by) => acts.MakeAsync(new(of), Ask(new ClassDocumentForm { Kind = DocumentKind.Participants }, by)));
        await OnlyAsync("administrator, lead, host, committee", null, by => acts.OfClassAsync(new(c), by, Cancellation));
        string list = (await acts.MakeAsync(new(c), Ask(new ClassDocumentForm { Kind = DocumentKind.Participants }, Administrator))).Id;
        string announcement = (await acts.MakeAsync(new(c),
            Ask(new ClassDocumentForm { Kind = DocumentKind.Announcement, Numbering = Numbering.Register }, Administrator))).Id;
        await OnlyAsync(Runs, null, by => acts.LookAsync(OfPlan, list, by, Cancellation));
        await OnlyAsync(Runs, null, by => acts.OpenAsync(OfPlan, list, by, Cancellation));
        await OnlyAsync(Runs, null, by => acts.OpenScanAsync(OfPlan, list, by, Cancellation));
        await OnlyAsync("administrator, lead, host, committee", null, by => acts.LookAsync(OfPlan, announcement, by, Cancellation));
        await OnlyAsync("administrator, lead, host, committee", null, by => acts.OpenAsync(OfPlan, announcement, by, Cancellation));
        await OnlyAsync(Runs, null, by => acts.EnsureSignedByAsync(OfPlan, announcement, by, Cancellation));
        await OnlyAsync(Runs, null, by => acts.AttachAsync(OfPlan, announcement, Ask(File(EvidenceKind.SignedSheet), by)));
        await OnlyAsync(Runs, null, by => acts.WithdrawAsync(OfPlan, announcement, Ask(new ReasonForm("Sai ngày"), by)));

        PlanDocumentActs plans = office.Get<PlanDocumentActs>();
        await OnlyAsync(Runs, null, by => plans.MakeRegisterAsync(OfPlan, Ask(new RegisterForm(2024, Lead), by)));
        await OnlyAsync(Runs, null, by => plans.SetRegisterAsync(OfPlan, Ask(new RegisterStartForm(2024, Lead, "TB", null, "HND"), by)));
    }

    [Fact]
    public async Task Tours_AreRunByTheirLeadUnit_AndEachUnitNamesItsOwnMembers()
    {
        TourActs acts = office.Get<TourActs>();
        TourForm dates = new() { Destination = "Bắc Giang", DepartsOn = new DateOnly(2024, 7, 10), ReturnsOn = new DateOnly(2024, 7, 12), NominationsCloseAt = Now.AddDays(20) };
        await OnlyAsync(Runs, null, by => acts.PlanAsync(OfPlan, Ask(new TourPlanForm("tham-quan-hoc-tap", Lead), by)));
        await OnlyOnAsync(TourStage.Planned, Runs, (t, by) => acts.AnnounceAsync(OfPlan, new(t), Ask(dates, by)));
        await OnlyOnAsync(TourStage.Announced, Runs, (t, by) => acts.PostponeAsync(OfPlan, new(t), Ask(new ReasonForm("Mưa lũ"), by)));
        await OnlyOnAsync(TourStage.Announced, Runs, (t, by) => acts.CancelAsync(OfPlan, new(t), Ask(new ReasonForm("Mưa lũ"), by)));
        await OnlyOnAsync(TourStage.Reporting, Runs, (t, by) => acts.ReportAsync(OfPlan, new(t), Ask(new TourReportForm("Tốt", 1, null), by)));
        await OnlyOnAsync(TourStage.Announced, OwnPeople, (t, by) => acts.AddMemberAsync(OfPlan, new(t), Ask(Member(OtherCommune), by)));

        string tour = await office.TourAsync(TourStage.Announced, OtherCommune);
        string code = Assert.Single(await office.Get<TourStore>().MembersAsync(OfPlan, new(tour), Cancellation)).Code;
        await OnlyAsync(OwnPeople, () => TourAsync(tour), by => acts.RemoveMemberAsync(OfPlan, new(tour), code, Ask(by)));
    }

    [Fact]
    public async Task Members_OfOtherUnits_AreNotShown()
    {
        string tour = await office.TourAsync(TourStage.Announced, OtherCommune);
        Assert.Single((await office.Get<TourActs>().MembersAsync(OfPlan, new(tour), Callers["other commune"], Cancellation)).Members);
        Assert.Empty((await office.Get<TourActs>().MembersAsync(OfPlan, new(tour), Callers["host"], Cancellation)).Members);
    }

    [Fact]
    public async Task Units_LogAndAnswerAndAreAddressed_EachForItself()
    {
        const string Itself = "administrator, other commune";
        ActivityForm work = new() { UnitId = OtherCommune, Channel = CommunicationChannel.NewsItem, Date = new DateOnly(2024, 6, 1), Subject = "Tin bài" };
        CommunicationActs communication = office.Get<CommunicationActs>();
        await OnlyAsync(Itself, null, by => communication.LogAsync(OfPlan, Ask(work, by)));
        CommunicationActivity logged = await communication.LogAsync(OfPlan, Ask(work, Administrator));
        await OnlyAsync(Itself, null, by => communication.StrikeOutAsync(OfPlan, logged.Date, logged.Id, Ask(new ReasonForm("Nhầm"), by)));

        PostActs post = office.Get<PostActs>();
        await OnlyAsync(Itself, null, by => post.ContactsAsync(OfPlan, OtherCommune, by, Cancellation));
        await OnlyAsync(Itself, null, by => post.SetContactsAsync(OfPlan, OtherCommune, Ask(new ContactsForm("xa@example.vn", null), by)));

        string report = await office.ReportAsync();
        ReportAnswerActs answers = office.Get<ReportAnswerActs>();
        await OnlyAsync(Itself, null, by => answers.SheetAsync(OfPlan, new(report), OtherCommune, by, Cancellation));
        await OnlyAsync(Itself, null, by => answers.AnswerAsync(OfPlan, new(report), Ask(new UnitAnswerForm { UnitId = OtherCommune, OwnClasses = 0 }, by)));
    }

    [Fact]
    public async Task Reports_AreCompiledByTheUnitThatThePlanNames()
    {
        ReportActs acts = office.Get<ReportActs>();
        string report = await office.ReportAsync();
        await OnlyAsync("administrator, culture", null, by => acts.CompileAsync(OfPlan, report, Ask(by)));
        await OnlyAsync("administrator, culture", null, by => acts.SubmitAsync(OfPlan, report, Ask(new RemarkForm(null, null), by)));
    }

    private async Task OnlyOnAsync(ClassStage stage, string may, Func<string, Caller, Task> act)
    {
        string c = await office.ClassAsync(stage);
        await OnlyAsync(may, async () => await office.Get<ClassReader>().GetAsync(new(c), Cancellation), by => act(c, by));
    }

    private async Task OnlyOnAsync(TourStage stage, string may, Func<string, Caller, Task> act)
    {
        string tour = await office.TourAsync(stage, stage == TourStage.Announced ? Host : null);
        await OnlyAsync(may, () => TourAsync(tour), by => act(tour, by));
    }

    private async Task<object> TourAsync(string tour) => await office.Get<TourStore>().GetAsync(OfPlan, new(tour), Cancellation);

    // Whoever may comes last: what it changes is not what the others are refused for.
    private static async Task OnlyAsync(string may, Func<Task<object>>? record, Func<Caller, Task> act)
    {
        string[] allowed = may.Split(", ");
        string? before = record is null ? null : Written(await record());
        foreach ((string name, Caller caller) in Callers.Where(c => !allowed.Contains(c.Key)))
            Assert.True(await Record.ExceptionAsync(() => act(caller)) is ForbiddenException, $"{name} is refused");
        Assert.Equal(before, record is null ? null : Written(await record()));
        foreach (string name in allowed)
            Assert.False(await Record.ExceptionAsync(() => act(Callers[name])) is ForbiddenException, $"{name} is not refused");
    }

    private static string Written(object record) => System.Text.Json.JsonSerializer.Serialize(record, Wire.Json);
}
