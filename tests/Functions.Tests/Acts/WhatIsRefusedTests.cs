using System.Security.Cryptography;
using System.Text;
using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.Tables;
using Xunit;
using static NtmServerless.Functions.Tests.Acts.ActOffice;

namespace NtmServerless.Functions.Tests.Acts;

/// <summary>What each act refuses to somebody who may do it: the rule, the field, or what is missing.</summary>
[Collection<ActCollection>]
public sealed class WhatIsRefusedTests(ActOffice office)
{
    private const string Nowhere = "khong-co";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Ask<ReasonForm> Because => Ask(new ReasonForm("Mưa lũ"), Administrator);

    [Fact]
    public async Task ClassActs_RefuseByStageAndForm()
    {
        ClassActs acts = office.Get<ClassActs>();
        string open = await office.ClassAsync(ClassStage.Registering), held = await office.ClassAsync(ClassStage.Holding);
        await RefusedAsync("missing plan", () => acts.PlanAsync(new(Nowhere), Ask(new ClassForm(), Administrator)));
        await RefusedAsync("field streamId", () => acts.PlanAsync(OfPlan, Ask(new ClassForm(), Administrator)));
        await RefusedAsync(Rule.ClassStage, () => acts.AnnounceAsync(new(open), Ask(new AnnounceForm(), Administrator)));
        await RefusedAsync(Rule.ClassStage, () => acts.RescheduleAsync(new(open), Ask(new AnnounceForm(), Administrator)));
        await RefusedAsync("field registrationClosesAt", () => acts.ExtendAsync(new(open), Ask(new ExtendForm(null), Administrator)));
        await RefusedAsync(Rule.ClassDates, () => acts.ExtendAsync(new(open), Ask(new ExtendForm(Now), Administrator)));
        await RefusedAsync(Rule.DecisionNotAsked, () => acts.GoOnAsync(new(open), Ask(Administrator)));
        await RefusedAsync(Rule.CapacityBelowConfirmed, () => acts.SetCapacityAsync(new(open), Ask(new CapacityForm(1), Administrator)));
        await RefusedAsync("field reason", () => acts.PostponeAsync(new(open), Ask(new ReasonForm(null), Administrator)));
        await RefusedAsync(Rule.ClassStage, () => acts.CancelAsync(new(held), Because));
        await RefusedAsync("field newDates", () => acts.CallNotHeldAsync(new(held), Ask(new NotHeldForm("Thử", null), Administrator)));
        await RefusedAsync(Rule.ClassStage, () => acts.CallNotHeldAsync(new(open), Ask(new NotHeldForm("Thử", true), Administrator)));
        await RefusedAsync(Rule.ClassStage, () => acts.EndEarlyAsync(new(held), Because));
        await RefusedAsync("field toUnitId", () => acts.TransferLeadAsync(new(open), Ask(new TransferLeadForm(null, "Thử"), Administrator)));
        await RefusedAsync("field reason", () => acts.TransferLeadAsync(new(open), Ask(new TransferLeadForm(Host, null), Administrator)));
        await RefusedAsync("missing class", () => acts.CancelAsync(new(Nowhere), Because));
    }

    [Fact]
    public async Task RegistrationActs_RefuseTwiceLateAndUnproven()
    {
        RegistrationActs acts = office.Get<RegistrationActs>();
        string planned = await office.ClassAsync(ClassStage.Planned), open = await office.ClassAsync(ClassStage.Registering), held = await office.ClassAsync(ClassStage.Holding);
        await RefusedAsync(Rule.RegistrationNotOpen, () => acts.RegisterAsync(new(planned), OfPlan, Ask(Form("Mai", Host)), RegistrationSource.PublicForm));
        await RefusedAsync(Rule.RegistrationClosed, () => acts.RegisterAsync(new(held), OfPlan, Ask(Form("Mai", Host)), RegistrationSource.PublicForm));
        await RefusedAsync("field unitId", () => acts.RegisterAsync(new(open), OfPlan, Ask(Form("Mai", Nowhere)), RegistrationSource.PublicForm));
        await acts.RegisterAsync(new(open), OfPlan, Ask(Form("Mai", Host)), RegistrationSource.PublicForm);
        await RefusedAsync(Rule.AlreadyRegistered, () => acts.RegisterAsync(new(open), OfPlan, Ask(Form("Mai", Host)), RegistrationSource.PublicForm));
        await RefusedAsync("field phone", () => acts.LookUpAsync(new(open), new CodeForm(Code, null, null), null, Cancellation));
        await RefusedAsync("missing registration", () => acts.LookUpAsync(new(open), new CodeForm(Code, null, 1981), null, Cancellation));
        await RefusedAsync("missing registration", () => acts.LookUpAsync(new(open), new CodeForm("KMNP2345", null, 1980), null, Cancellation));
        await RefusedAsync("missing registration", () => acts.CancelOwnAsync(new(open), Ask(new CodeForm(Code, null, 1981)), null));
        await RefusedAsync(Rule.CancelTooLate, () => acts.CancelOwnAsync(new(held), Ask(new CodeForm(Code, null, 1980)), null));
        await RefusedAsync("missing registration", () => acts.CancelOnReceiptAsync(new(open), Code, Ask(new CodeForm(Code, null, 1981))));
        await RefusedAsync("field reason", () => acts.CancelForAsync(new(open), Code, Ask(new ReasonForm(" "), Administrator)));
        await RefusedAsync(Rule.CancelTooLate, () => acts.CancelForAsync(new(held), Code, Because));
        await RefusedAsync("missing registration", () => acts.PersonAsync(new(open), "KMNP2345", Administrator, Cancellation));
        await RefusedAsync(Rule.AlreadyRegistered, () => acts.ReplaceAsync(new(open), Code, Ask(Substitute("Mai", Host), Administrator)));
        await acts.CancelForAsync(new(open), Code, Because);
        await RefusedAsync(Rule.SubstituteNeedsSeat, () => acts.ReplaceAsync(new(open), Code, Ask(Substitute("Lan", Host), Administrator)));
    }

    [Fact]
    public async Task OutsideFormActs_RefuseWhatIsNotSigned()
    {
        OutsideFormActs acts = office.Get<OutsideFormActs>();
        byte[] body = """{"ma_lop":"khong-co"}"""u8.ToArray();
        string signed = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestPlan.FormSecret), body));
        await RefusedAsync(nameof(UnauthenticatedException), () => acts.TakeAsync(OfPlan, TestPlan.FormId, null, body, Ask()));
        await RefusedAsync(nameof(UnauthenticatedException), () => acts.TakeAsync(OfPlan, TestPlan.FormId, signed.Replace('a', 'b'), body, Ask()));
        await RefusedAsync(nameof(UnauthenticatedException), () => acts.TakeAsync(OfPlan, TestPlan.OtherFormId, signed, body, Ask()));
        await RefusedAsync("missing class", () => acts.TakeAsync(OfPlan, TestPlan.FormId, signed, body, Ask()));
    }

    [Fact]
    public async Task AttendanceActs_RefuseOtherPeopleAndOtherTimes()
    {
        AttendanceActs acts = office.Get<AttendanceActs>();
        string open = await office.ClassAsync(ClassStage.Registering), held = await office.ClassAsync(ClassStage.Holding);
        Ask<AttendanceForm> Marks(string code) => Ask(new AttendanceForm([new MarkForm(code, Mark.Present)]), Administrator);
        await RefusedAsync(Rule.AttendanceClosed, () => acts.TakeAsync(new(open), 1, Marks(Code)));
        await RefusedAsync(Rule.SessionNotStarted, () => acts.TakeAsync(new(held), 2, Marks(Code)));
        await RefusedAsync(Rule.SessionUnknown, () => acts.TakeAsync(new(held), 3, Marks(Code)));
        await RefusedAsync("field marks.KMNP2345", () => acts.TakeAsync(new(held), 1, Marks("KMNP2345")));
        await RefusedAsync("field marks", () => acts.TakeAsync(new(held), 1, Ask(new AttendanceForm([]), Administrator)));
        await RefusedAsync(Rule.AttendanceClosed, () => acts.WalkInAsync(new(open), 1, Ask(Form("Mai", Host), Administrator)));
        RegistrationForm registered = Form("Mai", Host) with { FullName = Person(HostsCode, Host).FullName, BirthYear = 1980 };
        await RefusedAsync(Rule.AlreadyRegistered, () => acts.WalkInAsync(new(held), 1, Ask(registered, Administrator)));
        await RefusedAsync("missing class", () => acts.BookAsync(new(Nowhere), Administrator, Cancellation));
    }

    [Fact]
    public async Task EvidenceAndSignatureActs_RefuseWhatTheClassDoesNotHave()
    {
        EvidenceActs evidence = office.Get<EvidenceActs>();
        string open = await office.ClassAsync(ClassStage.Registering), held = await office.ClassAsync(ClassStage.Holding);
        await RefusedAsync(Rule.EvidenceStage, () => evidence.EnsureTakenAsync(new(open), Administrator, null, Cancellation));
        await RefusedAsync(Rule.SessionUnknown, () => evidence.EnsureTakenAsync(new(held), Administrator, 3, Cancellation));
        await RefusedAsync(Rule.EvidenceStage, () => evidence.AddAsync(new(open), Ask(File(EvidenceKind.Photo), Administrator)));
        await RefusedAsync("missing evidence", () => evidence.OpenAsync(new(held), EvidenceKind.Photo, Nowhere, Administrator, Cancellation));
        await RefusedAsync("missing evidence", () => evidence.ErasePhotoAsync(new(held), Nowhere, Because));

        SignatureActs signatures = office.Get<SignatureActs>();
        await RefusedAsync(Rule.EvidenceStage, () => signatures.ReadAsync(new(open), 1, Ask(new SheetReadingForm([Code], null), Administrator)));
        await RefusedAsync("field signers", () => signatures.ReadAsync(new(held), 1, Ask(new SheetReadingForm(null, null), Administrator)));
        await RefusedAsync("field signers.KMNP2345", () => signatures.ReadAsync(new(held), 1, Ask(new SheetReadingForm(["KMNP2345"], null), Administrator)));
    }

    [Fact]
    public async Task ClassReportActs_RefuseByStageAndEvidence()
    {
        ClassReportActs acts = office.Get<ClassReportActs>();
        string held = await office.ClassAsync(ClassStage.Holding), over = await office.ClassAsync(ClassStage.Reporting);
        Ask<ClassReportForm> report = Ask(new ClassReportForm { Results = "Tốt" }, Administrator);
        await RefusedAsync(Rule.ClassStage, () => acts.SubmitAsync(new(held), report));
        await RefusedAsync("field results", () => acts.SubmitAsync(new(over), Ask(new ClassReportForm(), Administrator)));
        await RefusedAsync(Rule.ReportStage, () => acts.ReturnAsync(new(over), Because));
        await RefusedAsync(Rule.ReportStage, () => acts.ApproveAsync(new(over), Ask(Administrator)));
        await RefusedAsync(Rule.MarksMissing, () => acts.SubmitAsync(new(over), report));
        string code = (await office.Get<AttendanceActs>().WalkInAsync(new(over), 1, Ask(Form("Mai", Host), Administrator))).Code;
        Assert.NotEmpty(code);
        await acts.SubmitAsync(new(over), report);
        await RefusedAsync(Rule.SheetMissing, () => acts.ApproveAsync(new(over), Ask(Administrator)));
    }

    [Fact]
    public async Task ReportActs_RefuseByStageAndPeriod()
    {
        ReportActs acts = office.Get<ReportActs>();
        string report = await office.ReportAsync();
        await RefusedAsync(Rule.PeriodUnknown, () => acts.AskForSpanAsync(OfPlan, Ask(new SpanForm(null, null, Nowhere), Administrator)));
        await RefusedAsync(Rule.PeriodNotOver, () => acts.AskForSpanAsync(OfPlan, Ask(new SpanForm(null, null, "month-2024-08"), Administrator)));
        await RefusedAsync("field from", () => acts.AskForSpanAsync(OfPlan, Ask(new SpanForm(null, new DateOnly(2024, 5, 1)), Administrator)));
        await RefusedAsync("missing report", () => acts.CompileAsync(OfPlan, Nowhere, Ask(Administrator)));
        await RefusedAsync(Rule.ReportStage, () => acts.SubmitAsync(OfPlan, report, Ask(new RemarkForm(null, null), Administrator)));
        await RefusedAsync(Rule.ReportStage, () => acts.ReturnAsync(OfPlan, report, Because));
        await RefusedAsync(Rule.ReportStage, () => acts.ApproveAsync(OfPlan, report, Ask(Administrator)));
        await RefusedAsync(Rule.ReportStage, () => office.Get<ReportDocumentActs>().DraftAsync(OfPlan, new(report), Cancellation));
    }

    [Fact]
    public async Task ReportAnswerActs_RefuseWhatIsNotOwed()
    {
        ReportAnswerActs acts = office.Get<ReportAnswerActs>();
        string asked = await office.ReportAsync(), submitted = await office.ReportAsync(ReportStage.Submitted);
        Ask<UnitAnswerForm> Answer(string unit) => Ask(new UnitAnswerForm { UnitId = unit, OwnClasses = 0 }, Administrator);
        await RefusedAsync("field unitId", () => acts.AnswerAsync(OfPlan, new(asked), Answer(Nowhere)));
        await RefusedAsync(Rule.ReportNotOwed, () => acts.AnswerAsync(OfPlan, new(asked), Answer(Host)));
        await RefusedAsync(Rule.ReportClosedForAnswers, () => acts.AnswerAsync(OfPlan, new(submitted), Answer(OtherCommune)));
        await RefusedAsync("missing report", () => acts.SheetAsync(OfPlan, new(Nowhere), null, Administrator, Cancellation));
    }

    [Fact]
    public async Task DocumentActs_RefuseWhatIsNotThereOrWithdrawn()
    {
        DocumentActs acts = office.Get<DocumentActs>();
        string planned = await office.ClassAsync(ClassStage.Planned), c = await office.ClassAsync(ClassStage.Confirmed);
        await RefusedAsync("field kind", () => acts.MakeAsync(new(c), Ask(new ClassDocumentForm { Kind = DocumentKind.Plan }, Administrator)));
        await RefusedAsync(Rule.DocumentNotReady,
            () => acts.MakeAsync(new(planned), Ask(new ClassDocumentForm { Kind = DocumentKind.Announcement }, Administrator)));
        await RefusedAsync("missing document", () => acts.LookAsync(OfPlan, Nowhere, Administrator, Cancellation));
        string list = (await acts.MakeAsync(new(c), Ask(new ClassDocumentForm { Kind = DocumentKind.Participants }, Administrator))).Id;
        await RefusedAsync("missing document", () => acts.OpenScanAsync(OfPlan, list, Administrator, Cancellation));
        await RefusedAsync("field reason", () => acts.WithdrawAsync(OfPlan, list, Ask(new ReasonForm(null), Administrator)));
        await acts.WithdrawAsync(OfPlan, list, Because);
        await RefusedAsync(Rule.DocumentWithdrawn, () => acts.AttachAsync(OfPlan, list, Ask(File(EvidenceKind.SignedSheet), Administrator)));

        PlanDocumentActs plans = office.Get<PlanDocumentActs>();
        await RefusedAsync("missing plan", () => plans.MakePlanAsync(new(Nowhere), Ask(Administrator)));
        await RefusedAsync("field to", () =>
            plans.MakeLogAsync(OfPlan, Ask(new LogSpanForm(new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 1)), Administrator)));
        await RefusedAsync("field unitId", () => plans.MakeRegisterAsync(OfPlan, Ask(new RegisterForm(2024, Nowhere), Administrator)));
        await RefusedAsync("field type", () => plans.SetRegisterAsync(OfPlan, Ask(new RegisterStartForm(2024, null, null, 5, null), Administrator)));
    }

    [Fact]
    public async Task TourActs_RefuseByStageAndPlan()
    {
        TourActs acts = office.Get<TourActs>();
        string planned = await office.TourAsync(TourStage.Planned), full = await office.TourAsync(TourStage.Announced, Host);
        await RefusedAsync("field plannedTourId", () => acts.PlanAsync(OfPlan, Ask(new TourPlanForm(Nowhere, null), Administrator)));
        await RefusedAsync("field leadUnitId", () => acts.PlanAsync(OfPlan, Ask(new TourPlanForm("tham-quan-hoc-tap", Nowhere), Administrator)));
        await RefusedAsync(Rule.TourStage, () => acts.PostponeAsync(OfPlan, new(planned), Because));
        await RefusedAsync("field reason", () => acts.CancelAsync(OfPlan, new(planned), Ask(new ReasonForm(null), Administrator)));
        await RefusedAsync(Rule.TourStage, () => acts.ReportAsync(OfPlan, new(planned), Ask(new TourReportForm("Tốt", 1, null), Administrator)));
        await RefusedAsync(Rule.TourStage, () => acts.AddMemberAsync(OfPlan, new(planned), Ask(Member(Host), Administrator)));
        await RefusedAsync(Rule.TourAlreadyMember, () => acts.AddMemberAsync(OfPlan, new(full), Ask(Member(Host), Administrator)));
        await acts.AddMemberAsync(OfPlan, new(full), Ask(Member(OtherCommune), Administrator));
        await RefusedAsync(Rule.TourFull, () => acts.AddMemberAsync(OfPlan, new(full), Ask(Member(Lead), Administrator)));
        await RefusedAsync("missing tour-member", () => acts.RemoveMemberAsync(OfPlan, new(full), "KMNP2345", Ask(Administrator)));
        await RefusedAsync("missing tour", () => acts.MembersAsync(OfPlan, new(Nowhere), Administrator, Cancellation));
    }

    [Fact]
    public async Task CommunicationActs_RefuseWhatIsNotDoneYetOrNotThere()
    {
        CommunicationActs acts = office.Get<CommunicationActs>();
        ActivityForm work = new() { Channel = CommunicationChannel.NewsItem, Date = new DateOnly(2024, 6, 11), Subject = "Tin bài" };
        await RefusedAsync("field date", () => acts.LogAsync(OfPlan, Ask(work, Administrator)));
        await RefusedAsync("field channel", () => acts.LogAsync(OfPlan, Ask(work with { Date = new DateOnly(2024, 6, 1), Channel = null }, Administrator)));
        await RefusedAsync("missing activity", () => acts.StrikeOutAsync(OfPlan, new DateOnly(2024, 6, 1), Nowhere, Because));
    }

    [Fact]
    public async Task PostActs_RefuseWhatIsNoAddressAndNotThere()
    {
        PostActs acts = office.Get<PostActs>();
        await RefusedAsync("field ids", () => acts.ReadAsync(OfPlan, Ask(new ReadForm(null, null), Administrator)));
        await RefusedAsync("missing unit", () => acts.ContactsAsync(OfPlan, Nowhere, Administrator, Cancellation));
        await RefusedAsync("field emails", () => acts.SetContactsAsync(OfPlan, Host, Ask(new ContactsForm("không phải thư", null), Administrator)));
        await RefusedAsync("missing message", () => acts.SendAgainAsync(OfPlan, Nowhere, Ask(Administrator)));
        await RefusedAsync("missing plan", () => acts.InboxAsync(new(Nowhere), Administrator, Cancellation));
    }

    [Fact]
    public async Task AccountsAndKeys_RefuseUnknownUnitsAndTheLastAdministrator()
    {
        AccountActs accounts = office.Get<AccountActs>();
        Plan plan = await office.Get<PlanActs>().GetAsync(OfPlan, Cancellation);
        AccountForm form = new("hoa.lt", "Lý Thị Hoa", Role.Administrator, TestPlan.Office, null);
        await RefusedAsync("field unitId", () => accounts.MakeAsync(plan, "secret", Ask(form with { UnitId = Nowhere }, Administrator)));
        Account only = (await accounts.MakeAsync(plan, "secret", Ask(form, Administrator))).Account;
        await RefusedAsync("account userName", () => accounts.MakeAsync(plan, "secret", Ask(form, Administrator)));
        await RefusedAsync(Rule.LastAdministrator, () => accounts.SetDisabledAsync(only.Id, true, Ask(Administrator)));
        await RefusedAsync(Rule.LastAdministrator, () => accounts.ChangeAsync(plan, only.Id, Ask(new AccountChangeForm("Hoa", Role.Committee, TestPlan.Office, null), Administrator)));
        await RefusedAsync("missing account", () => accounts.GivePasswordAsync(Nowhere, "secret", Ask(Administrator)));

        KeyActs keys = office.Get<KeyActs>();
        await RefusedAsync("field role", () => keys.MakeAsync(OfPlan, "secret", Ask(new KeyForm(null, Host, "Xã"), Administrator)));
        await RefusedAsync("field unitId", () => keys.MakeAsync(OfPlan, "secret", Ask(new KeyForm(Role.Commune, Nowhere, "Xã"), Administrator)));
        await RefusedAsync("missing key", () => keys.RevokeAsync(Nowhere, Ask(Administrator)));

        SignInActs signIn = office.Get<SignInActs>();
        await RefusedAsync(Rule.SignInRefused, () => signIn.SignInAsync(new SignInForm("hoa.lt", "sai mật khẩu"), _ => null, null, _ => { }, Cancellation));
        await RefusedAsync(Rule.SignInRefused, () => signIn.SignInAsync(new SignInForm("khong.co", "sai mật khẩu"), _ => null, null, _ => { }, Cancellation));
        await RefusedAsync("field userName", () => signIn.SignInAsync(new SignInForm(null, null), _ => null, null, _ => { }, Cancellation));
        await RefusedAsync(Rule.FirstCodeWrong, () => signIn.MakeFirstAsync(new FirstForm("LD-SAI", "lan.nt", "Nông Thị Lan", "một mật khẩu dài"), TestPlan.Office, null, Cancellation));
        await RefusedAsync("field current", () => signIn.ChangePasswordAsync(only.Id, new PasswordForm("sai mật khẩu", "một mật khẩu dài", "một mật khẩu dài"), "session", Cancellation));
    }

    [Fact]
    public async Task WorkflowsAndPlans_RefuseWhatIsOverAndWhatIsNoPlan()
    {
        WorkflowActs workflows = office.Get<WorkflowActs>();
        string over = await office.ClassAsync(ClassStage.Closed);
        await RefusedAsync(Rule.WorkflowOver, () => workflows.RedriveAsync(over, Ask(Administrator)));
        await RefusedAsync("missing workflow", () => workflows.RedriveAsync(Nowhere, Ask(Administrator)));
        PlanActs plans = office.Get<PlanActs>();
        await RefusedAsync(nameof(PlanRefusedException), () => plans.ImportAsync("{}"u8.ToArray(), Actor.Lifecycle, Cancellation));
        await RefusedAsync("missing plan", () => plans.GetAsync(new(Nowhere), Cancellation));
    }

    private static async Task RefusedAsync(string expected, Func<Task> act) => Assert.Equal(expected, await Record.ExceptionAsync(act) switch
    {
        null => "taken",
        RuleBrokenException broken => broken.Rule,
        RecordMissingException missing => $"missing {missing.What}",
        InvalidInputException invalid => $"field {invalid.Errors[0].Field}",
        AccountTakenException taken => $"account {taken.Field}",
        { } other => other.GetType().Name,
    });
}
