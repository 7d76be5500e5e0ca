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
        Assert.Equal([NoticeKind.EvidenceAsked, NoticeKind.ReportAsked], life.Notices.Select(n => n.Kind).Order());
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
