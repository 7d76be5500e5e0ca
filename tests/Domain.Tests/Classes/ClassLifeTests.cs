using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Whole lives of a class, from its announcement on.</summary>
public sealed class ClassLifeTests
{
    [Fact]
    public void AnOrdinaryClass_GoesThroughEveryStepOnceAndOnTime()
    {
        ClassLife life = ClassLife.Announced(held: 10, releaseAt: At("2024-05-10 08:00")).Until("2024-05-03 10:00").Register(30).Until("2024-05-22 09:00");
        life.Upload(EvidenceKind.SignedSheet).Upload(EvidenceKind.Photo).Submit().Approve();
        Assert.Equal(
        [
            (ClassStep.OpenRegistration, Opens),
            (ClassStep.ReleasePrioritySeats, At("2024-05-10 08:00")),
            (ClassStep.CloseRegistration, Closes),
            (ClassStep.Invite, Closes),
            (ClassStep.RemindThreeDays, At("2024-05-17 08:00")),
            (ClassStep.RemindOneDay, At("2024-05-19 08:00")),
            (ClassStep.Begin, FirstStart),
            (ClassStep.End, LastEnd),
            (ClassStep.AskForReport, LastEnd),
            (ClassStep.AskForEvidence, LastEnd),
        ], life.Steps);
        Assert.Equal(ClassStage.Closed, life.Class.Stage);
        Assert.Null(ClassChecklist.Next(life.Class));
    }

    [Fact]
    public void TooFew_AreAskedAbout_ThenEscalated_ThenTheClassGoesOnAnyway()
    {
        ClassLife life = ClassLife.Announced(minimum: 25).Until("2024-05-03 10:00").Register(5).Until("2024-05-19 12:00");
        Assert.Equal(
        [
            (ClassStep.OpenRegistration, Opens),
            (ClassStep.AskAboutTooFew, Closes),
            (ClassStep.EscalateTooFew, At("2024-05-17 17:00")),
            (ClassStep.CloseRegistration, At("2024-05-19 08:00")),
            (ClassStep.Invite, At("2024-05-19 08:00")),
        ], life.Steps);
        Assert.Equal(ClassStage.Confirmed, life.Class.Stage);
    }

    [Fact]
    public void TooFew_WhenTheLeadUnitGoesOn_ClosesAtOnce()
    {
        ClassLife life = ClassLife.Announced(minimum: 25).Until("2024-05-16 09:00").Do(ClassDecisions.GoOn).Until("2024-05-16 09:00");
        Assert.Equal([At("2024-05-16 09:00")], life.TimesOf(ClassStep.CloseRegistration));
        Assert.Empty(life.TimesOf(ClassStep.EscalateTooFew));
    }

    [Fact]
    public void TooFew_WhenExtended_RegistersAgainAndAsksAgain()
    {
        ClassLife life = ClassLife.Announced(minimum: 25).Until("2024-05-16 09:00")
            .Do((c, now) => ClassDecisions.Extend(c, At("2024-05-18 17:00"), now)).Register(3).Until("2024-05-20 07:30");
        Assert.Equal([Closes, At("2024-05-18 17:00")], life.TimesOf(ClassStep.AskAboutTooFew));
        Assert.Equal([At("2024-05-19 08:00")], life.TimesOf(ClassStep.CloseRegistration));
        Assert.Equal(ClassStage.Holding, life.Class.Stage);
    }

    [Fact]
    public void TooFew_WhenExtendedAndEnoughCame_AreNotAskedAboutAgain()
    {
        ClassLife life = ClassLife.Announced(minimum: 25).Until("2024-05-16 09:00")
            .Do((c, now) => ClassDecisions.Extend(c, At("2024-05-18 17:00"), now)).Register(25).Until("2024-05-18 17:00");
        Assert.Equal([Closes], life.TimesOf(ClassStep.AskAboutTooFew));
        Assert.Equal(ClassStage.Confirmed, life.Class.Stage);
    }

    [Fact]
    public void HeldSeats_WithoutAReleaseDate_AreReleasedAtTheClose()
    {
        ClassLife life = ClassLife.Announced(capacity: 5, held: 3).Until("2024-05-03 10:00").Register(5).Until(Closes);
        Assert.Equal(5, life.Class.Seats.Confirmed);
        Assert.All(life.Book.Registrations.Skip(2), r => Assert.Equal(Closes, r.PromotedAt));
        Assert.Equal(Closes, life.Class.Trace.PriorityReleasedAt);
    }

    [Fact]
    public void Reminders_ThatWouldComeWithOrBeforeTheInvitation_AreNotSent()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30)
            .Do((c, now) => ClassDecisions.Extend(c, At("2024-05-19 08:00"), now)).Until(FirstStart);
        Assert.Equal([At("2024-05-19 08:00")], life.TimesOf(ClassStep.Invite));
        Assert.Empty(life.TimesOf(ClassStep.RemindThreeDays));
        Assert.Empty(life.TimesOf(ClassStep.RemindOneDay));
    }

    [Fact]
    public void Reminder_AtTheVeryMomentOfTheInvitation_IsNotSent()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30)
            .Do((c, now) => ClassDecisions.Extend(c, At("2024-05-17 08:00"), now)).Until(FirstStart);
        Assert.Equal([At("2024-05-17 08:00")], life.TimesOf(ClassStep.Invite));
        Assert.Empty(life.TimesOf(ClassStep.RemindThreeDays));
        Assert.Equal([At("2024-05-19 08:00")], life.TimesOf(ClassStep.RemindOneDay));
    }

    [Fact]
    public void Cancellations_AfterTheClose_LetPeopleMoveUpUntilTheClassBegins()
    {
        ClassLife life = ClassLife.Announced(capacity: 2).Until("2024-05-03 10:00").Register(4).Until("2024-05-18 09:00");
        life.Book.Cancel(1, life.Now);
        life.Until("2024-05-18 09:00");
        Assert.Equal(RegistrationStatus.Confirmed, life.Book.Registrations[2].Status);
        life.Book.Cancel(2, life.Now);
        life.Until(FirstStart);
        Assert.Equal(RegistrationStatus.Confirmed, life.Book.Registrations[3].Status);
    }

    [Fact]
    public void APostponedClass_IsAskedForNewDatesEveryTwoWeeks_AndStartsAgain()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until("2024-05-18 09:00")
            .Do((c, now) => ClassDecisions.Postpone(c, "Mưa lũ", now)).Until("2024-06-16 10:00");
        Assert.Equal([At("2024-06-01 09:00"), At("2024-06-15 09:00")], life.TimesOf(ClassStep.AskForNewDates));
        AnnounceForm form = Form with
        {
            Sessions = [Half("2024-07-01", "07:30", "11:00")],
            RegistrationOpensAt = null,
            RegistrationClosesAt = At("2024-06-25 17:00"),
        };
        life.Do((c, now) => ClassDecisions.Reschedule(c, form, now)).Until("2024-06-16 10:00");
        Assert.Equal((ClassStage.Registering, 30, 1), (life.Class.Stage, life.Class.Seats.Confirmed, life.Class.TimesPostponed));
        life.Until("2024-07-01 11:00");
        Assert.Equal([Closes, At("2024-06-25 17:00")], life.TimesOf(ClassStep.Invite));
        Assert.Equal(ClassStage.Reporting, life.Class.Stage);
    }

    [Fact]
    public void AFlood_LeavesTheRemainingSessionsToBeCaughtUp()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until("2024-05-20 14:00")
            .Do((c, now) => ClassDecisions.Postpone(c, "Lũ quét", now));
        Assert.Equal((ClassStage.Postponed, true, 1), (life.Class.Stage, life.Class.Interrupted, life.Class.HeldSessions));
        AnnounceForm remaining = new() { Sessions = [Half("2024-06-03", "07:30", "11:00"), Half("2024-06-03", "13:30", "16:30")] };
        life.Until("2024-05-27 08:00").Do((c, now) => ClassDecisions.Reschedule(c, remaining, now));
        Assert.Equal([1, 2, 3], life.Class.Sessions.Select(s => s.Number));
        Assert.Equal((FirstStart, At("2024-06-03 07:30")), (life.Class.Sessions[0].StartsAt, life.Class.FirstStart));
        life.Until("2024-06-03 16:30");
        Assert.Equal(
            [(ClassStep.Invite, At("2024-05-27 08:00")), (ClassStep.RemindThreeDays, At("2024-05-31 08:00")), (ClassStep.RemindOneDay, At("2024-06-02 08:00"))],
            life.Steps.Where(s => s.At >= At("2024-05-27 08:00")).Take(3));
        Assert.Equal(ClassStage.Reporting, life.Class.Stage);
    }

    [Fact]
    public void Evidence_IsAskedForEveryTwoDays_UntilBothKindsAreThere()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until("2024-05-24 12:00").Upload(EvidenceKind.SignedSheet);
        life.Until("2024-05-26 12:00").Upload(EvidenceKind.Photo).Until("2024-06-30 12:00");
        Assert.Equal([LastEnd, At("2024-05-23 11:00"), At("2024-05-25 11:00")], life.TimesOf(ClassStep.AskForEvidence));
        Assert.Equal(3, life.Class.Trace.EvidenceAskedTimes);
    }

    [Fact]
    public void AnOverdueReport_IsRemindedOnceAndEscalatedWeekly_AndAReturnedOneHasItsOwnDeadline()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until("2024-05-22 09:00")
            .Upload(EvidenceKind.SignedSheet).Upload(EvidenceKind.Photo).Until("2024-06-04 09:00");
        Assert.Equal([At("2024-05-25 17:00")], life.TimesOf(ClassStep.RemindReport));
        Assert.Equal([At("2024-05-26 17:00"), At("2024-06-02 17:00")], life.TimesOf(ClassStep.EscalateReport));
        life.Submit().Until("2024-06-20 09:00").Do((c, now) => ClassReportDecisions.Return(c, "Thiếu kinh phí", now)).Until("2024-06-24 09:00");
        Assert.Equal(At("2024-06-22 17:00"), life.TimesOf(ClassStep.RemindReport)[^1]);
        Assert.Equal(At("2024-06-23 17:00"), life.TimesOf(ClassStep.EscalateReport)[^1]);
        Assert.Equal((2, 3), (life.TimesOf(ClassStep.RemindReport).Length, life.Class.Trace.ReportEscalatedTimes));
        life.Submit().Approve().Until("2024-12-31 09:00");
        Assert.Equal((ClassStage.Closed, 2, 3), (life.Class.Stage, life.Class.Report.Revision, life.TimesOf(ClassStep.EscalateReport).Length));
    }

    [Fact]
    public void ACancelledClass_HasNothingLeftToDo_AndEverybodyIsTold()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Do((c, now) => ClassDecisions.Cancel(c, "Không đủ kinh phí", now));
        Notice told = life.Notices[^1];
        Assert.Equal((NoticeKind.ClassCancelled, true, "Không đủ kinh phí"), (told.Kind, told.ToParticipants, told.Detail));
        Assert.Equal(life.Now, life.Class.CancelledAt);
        Assert.Null(ClassChecklist.Next(life.Class));
    }
}
