using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Nobody carried the checklist out for days, because the PC was off. What it tells then is true then.</summary>
public sealed class LateStepsTests
{
    [Fact]
    public void ClassOfLastWeek_IsAskedForItsReport_AndAnnouncedToNobody()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30);
        life.Sleep(LastEnd.AddDays(3));
        life.Notices.Clear();

        life.Until(LastEnd.AddDays(3));

        Assert.Equal(ClassStage.Reporting, life.Class.Stage);
        Assert.Equal([NoticeKind.EvidenceAsked, NoticeKind.HoldingUnconfirmed], life.Notices.Select(n => n.Kind).Order());
        ClassMoment[] done = [.. ClassTimeline.Of(life.Class).Where(e => e.State == MomentState.Done).Select(e => e.What)];
        Assert.DoesNotContain(ClassMoment.Invite, done);
        Assert.DoesNotContain(ClassMoment.RemindThreeDays, done);
        Assert.DoesNotContain(ClassMoment.RemindOneDay, done);
        Assert.Contains(ClassMoment.AskForReport, done);
    }

    [Theory]
    [InlineData("2024-05-17 20:00", new[] { NoticeKind.ListConfirmed, NoticeKind.Invitation })]
    [InlineData("2024-05-18 09:00", new[] { NoticeKind.ListConfirmed, NoticeKind.Invitation })]
    [InlineData("2024-05-20 06:00", new[] { NoticeKind.ListConfirmed, NoticeKind.Invitation })]
    public void BackBeforeTheClass_InvitesAndDoesNotCountDaysWrongly(string back, NoticeKind[] told)
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30);
        life.Sleep(At(back));
        life.Notices.Clear();

        life.Until(back);

        Assert.Equal(told, life.Notices.Select(n => n.Kind));
    }

    [Theory]
    [InlineData("2024-05-17 23:00", NoticeKind.ReminderThreeDays)]
    [InlineData("2024-05-18 00:30", null)]
    [InlineData("2024-05-19 23:00", NoticeKind.ReminderOneDay)]
    [InlineData("2024-05-20 06:00", null)]
    public void Reminder_IsSentOnItsDayOnly(string back, NoticeKind? told)
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until("2024-05-16 12:00");
        life.Sleep(At(back));
        life.Notices.Clear();

        life.Until(back);

        Assert.Equal(told, life.Notices.Select(n => (NoticeKind?)n.Kind).SingleOrDefault());
    }

    [Fact]
    public void Opening_AfterTheClose_TellsNobodyToRegister()
    {
        ClassLife life = ClassLife.Announced(minimum: 25);
        life.Sleep(Closes.AddHours(3));

        life.Until(Closes.AddHours(3));

        Assert.DoesNotContain(life.Notices, n => n.Kind == NoticeKind.RegistrationOpened);
        Assert.Contains(life.Notices, n => n.Kind == NoticeKind.TooFewRegistered);
    }

    // The class: registration until 15 May 17:00, three days before 17 May, the day before 19 May 08:00, first session 20 May 07:30.
    [Theory]
    [InlineData(ClassStep.OpenRegistration, "2024-05-15 16:59", "2024-05-15 17:00")]
    [InlineData(ClassStep.AskAboutTooFew, "2024-05-19 23:59", "2024-05-20 00:00")]
    [InlineData(ClassStep.EscalateTooFew, "2024-05-19 23:59", "2024-05-20 00:00")]
    [InlineData(ClassStep.MoveUp, "2024-05-20 07:29", "2024-05-20 07:30")]
    [InlineData(ClassStep.CloseRegistration, "2024-05-20 07:29", "2024-05-20 07:30")]
    [InlineData(ClassStep.Invite, "2024-05-20 07:29", "2024-05-20 07:30")]
    [InlineData(ClassStep.RemindThreeDays, "2024-05-17 23:59", "2024-05-18 00:00")]
    [InlineData(ClassStep.RemindOneDay, "2024-05-19 23:59", "2024-05-20 00:00")]
    [InlineData(ClassStep.RemindReport, "2024-05-26 16:59", "2024-05-26 17:00")]
    [InlineData(ClassStep.AskForReport, "2034-05-26 17:00", null)]
    [InlineData(ClassStep.EscalateReport, "2034-05-26 17:00", null)]
    public void Step_IsTooLateFromTheMomentAtWhichItsWordsAreNotTrue(ClassStep step, string inTime, string? tooLate)
    {
        TrainingClass c = SampleClass.Announced() with { Seats = new Seats(50) { Confirmed = 1 } };
        Assert.False(ClassSteps.IsTooLate(c, step, At(inTime)));
        if (tooLate is not null) Assert.True(ClassSteps.IsTooLate(c, step, At(tooLate)));
    }

    [Fact]
    public void TooFew_WhenRegistrationRunsUntilTheFirstSession_CanBeDecidedUntilThen()
    {
        TrainingClass c = ClassDecisions.Extend(Registering(), FirstStart, Opens).Class;
        Assert.Equal(FirstStart, Deadlines.GoesOnAnyway(c));
        Assert.Equal(At("2024-05-19 08:00"), Deadlines.GoesOnAnyway(Registering()));
    }

    [Fact]
    public void TooFew_WhenNothingCanBeDecidedAnyMore_IsNotAskedAbout()
    {
        ClassLife life = ClassLife.Announced(minimum: 25).Until("2024-05-03 10:00").Register(5);
        life.Sleep(LastEnd.AddDays(1));
        life.Notices.Clear();

        life.Until(LastEnd.AddDays(1));

        Assert.DoesNotContain(life.Notices, n => n.Kind is NoticeKind.TooFewRegistered or NoticeKind.TooFewUndecided or NoticeKind.ListConfirmed);
    }

    [Fact]
    public void ReportReminder_OnceTheReportIsOverdue_IsTheEscalationAlone()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 10:00").Register(30).Until(LastEnd.AddDays(1));
        life.Sleep(LastEnd.AddDays(10));
        life.Notices.Clear();

        life.Until(LastEnd.AddDays(10));

        Assert.DoesNotContain(life.Notices, n => n.Kind == NoticeKind.ReportReminder);
        Assert.Single(life.Notices, n => n.Kind == NoticeKind.ReportEscalated);
    }
}
