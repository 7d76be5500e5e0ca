using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Every step by itself: when it is due, what it changes, whom it tells.</summary>
public sealed class ClassStepTableTests
{
    private static readonly string[] LeadOnly = [Lead];
    private static readonly string[] LeadAndOffice = [Lead, Office];
    private static readonly ClassTrace Invited = new() { InvitedAt = Closes };

    // Each row: the step, a class for which it comes next, when it is due, the mark it leaves, the notice, and who gets it.
    private static readonly Row[] Rows =
    [
        new(ClassStep.OpenRegistration, Announced(), Opens, c => c.Stage == ClassStage.Registering, NoticeKind.RegistrationOpened, [Lead, Host, Partner]),
        new(ClassStep.ReleasePrioritySeats, Registering(held: 5, releaseAt: Opens.AddDays(1)), Opens.AddDays(1),
            c => c.Seats.Released && c.Trace.PriorityReleasedAt == Opens.AddDays(1)),
        new(ClassStep.AskAboutTooFew, Registering(), Closes, c => c.Trace.TooFewAskedAt == Closes, NoticeKind.TooFewRegistered, LeadOnly),
        new(ClassStep.EscalateTooFew, Traced(Registering(), new() { TooFewAskedAt = Closes }), Closes.AddDays(2),
            c => c.Trace.TooFewEscalatedAt == Closes.AddDays(2), NoticeKind.TooFewUndecided, LeadAndOffice),
        new(ClassStep.CloseRegistration, Registering(held: 5, minimum: 1) with { Seats = new Seats(50, 5) { Confirmed = 1 } }, Closes,
            c => c is { Stage: ClassStage.Confirmed, Seats.Released: true }, NoticeKind.ListConfirmed, LeadOnly),
        new(ClassStep.Invite, In(ClassStage.Confirmed), DateTimeOffset.MinValue, c => c.Trace.InvitedAt is not null, NoticeKind.Invitation, [Lead, Host], true),
        new(ClassStep.RemindThreeDays, Traced(In(ClassStage.Confirmed), Invited), At("2024-05-17 08:00"),
            c => c.Trace.RemindedThreeDaysAt is not null, NoticeKind.ReminderThreeDays, [Lead, Host], true),
        new(ClassStep.RemindOneDay, Traced(In(ClassStage.Confirmed), Invited with { RemindedThreeDaysAt = Closes }), At("2024-05-19 08:00"),
            c => c.Trace.RemindedOneDayAt is not null, NoticeKind.ReminderOneDay, [Lead, Host], true),
        new(ClassStep.Begin, Traced(In(ClassStage.Confirmed), Invited with { RemindedThreeDaysAt = Closes, RemindedOneDayAt = Closes }), FirstStart,
            c => c.Stage == ClassStage.Holding),
        new(ClassStep.End, In(ClassStage.Holding), LastEnd, c => c.Stage == ClassStage.Reporting),
        new(ClassStep.AskForReport, In(ClassStage.Reporting), LastEnd, c => c.Trace.ReportAskedAt == LastEnd, NoticeKind.ReportAsked, LeadOnly),
        new(ClassStep.AskForEvidence, Traced(In(ClassStage.Reporting), new() { ReportAskedAt = LastEnd }), LastEnd,
            c => c.Trace is { EvidenceAskedTimes: 1, EvidenceAskedAt: not null }, NoticeKind.EvidenceAsked, LeadOnly),
        new(ClassStep.RemindReport, Complete(new() { ReportAskedAt = LastEnd }), At("2024-05-25 17:00"),
            c => c.Trace.ReportRemindedAt is not null, NoticeKind.ReportReminder, LeadOnly),
        new(ClassStep.EscalateReport, Complete(new() { ReportAskedAt = LastEnd, ReportRemindedAt = LastEnd }), At("2024-05-26 17:00"),
            c => c.Trace.ReportEscalatedTimes == 1, NoticeKind.ReportEscalated, LeadAndOffice),
        new(ClassStep.AskForNewDates, In(ClassStage.Postponed), Closes.AddDays(14), c => c.Trace.NewDatesAskedAt == Closes.AddDays(14),
            NoticeKind.NewDatesAsked, LeadAndOffice),
    ];

    public static TheoryData<ClassStep> Steps() => [.. Rows.Select(r => r.Step)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_WhenDue_LeavesItsMarkAndTellsWhoItConcerns(ClassStep step)
    {
        Row row = Of(step);
        Assert.Equal(new ClassErrand(step, row.DueAt), ClassChecklist.Next(row.Class));
        Assert.False(row.Done(row.Class));
        ClassOutcome outcome = ClassSteps.CarryOut(row.Class, step, Office, row.DueAt);
        Assert.True(row.Done(outcome.Class));
        if (row.Told is not { } kind)
        {
            Assert.Empty(outcome.Notices);
            return;
        }

        Notice notice = Assert.Single(outcome.Notices);
        Assert.Equal((kind, row.ToParticipants), (notice.Kind, notice.ToParticipants));
        Assert.Equal(row.Units!, notice.ToUnits);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_CarriedOutTwice_IsTheSameAsOnce(ClassStep step)
    {
        Row row = Of(step);
        TrainingClass once = ClassSteps.CarryOut(row.Class, step, Office, row.DueAt).Class;
        ClassOutcome twice = ClassSteps.CarryOut(once, step, Office, row.DueAt);
        Assert.Same(once, twice.Class);
        Assert.Empty(twice.Notices);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_BeforeItsTime_ChangesNothing(ClassStep step)
    {
        Row row = Of(step);
        if (row.DueAt == DateTimeOffset.MinValue) return;
        ClassOutcome early = ClassSteps.CarryOut(row.Class, step, Office, row.DueAt.AddTicks(-1));
        Assert.Same(row.Class, early.Class);
        Assert.Empty(early.Notices);
    }

    [Theory]
    [InlineData(ClassStage.Planned)]
    [InlineData(ClassStage.Closed)]
    [InlineData(ClassStage.Cancelled)]
    public void Next_OfAClassThatWaitsForPeopleOrIsOver_IsNothing(ClassStage stage) => Assert.Null(ClassChecklist.Next(In(stage)));

    [Fact]
    public void Table_KnowsEveryStepButMoveUp() =>
        Assert.Equal(Enum.GetValues<ClassStep>().Where(s => s != ClassStep.MoveUp).Order(), Rows.Select(r => r.Step).Order());

    [Theory]
    [InlineData(ClassStage.Registering)]
    [InlineData(ClassStage.Confirmed)]
    public void MoveUp_ComesFirstWhileSomebodyCouldHaveASeat_AndLeavesItToTheCaller(ClassStage stage)
    {
        TrainingClass c = In(stage) with { Seats = new Seats(2) { Waitlisted = 1 } };
        Assert.Equal(ClassStep.MoveUp, ClassChecklist.Next(c)!.Step);
        Assert.Same(c, ClassSteps.CarryOut(c, ClassStep.MoveUp, Office, Opens).Class);
        Assert.Equal([ClassStep.MoveUp, ClassStep.ReleasePrioritySeats, ClassStep.CloseRegistration], Enum.GetValues<ClassStep>().Where(ClassSteps.MovesPeopleUp));
    }

    [Fact]
    public void CloseRegistration_AfterHeldSeatsWereReleased_KeepsTheMomentOfTheRelease()
    {
        TrainingClass c = Registering(held: 5, minimum: 0);
        c = c with { Seats = c.Seats with { Released = true }, Trace = new ClassTrace { PriorityReleasedAt = Opens } };
        Assert.Equal(Opens, ClassSteps.CarryOut(c, ClassStep.CloseRegistration, Office, Closes).Class.Trace.PriorityReleasedAt);
    }

    [Fact]
    public void EscalateReport_WhenTheOfficeIsTheLeadUnit_TellsItOnce()
    {
        TrainingClass own = Of(ClassStep.EscalateReport).Class with { LeadUnitId = Office };
        Assert.Equal([Office], ClassSteps.CarryOut(own, ClassStep.EscalateReport, Office, At("2024-05-27 08:00")).Notices[0].ToUnits);
    }

    private static Row Of(ClassStep step) => Rows.Single(r => r.Step == step);

    private static TrainingClass Traced(TrainingClass c, ClassTrace trace) => c with { Trace = trace };

    private static TrainingClass Complete(ClassTrace trace) =>
        Traced(In(ClassStage.Reporting), trace) with { Evidence = new EvidenceState { SignedSheets = 1, Photos = 1 } };

    private sealed record Row(
        ClassStep Step, TrainingClass Class, DateTimeOffset DueAt, Func<TrainingClass, bool> Done,
        NoticeKind? Told = null, string[]? Units = null, bool ToParticipants = false);
}
