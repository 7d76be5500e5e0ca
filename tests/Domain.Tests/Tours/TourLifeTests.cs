using Xunit;
using static NtmServerless.Domain.Tests.Tours.SampleTour;

namespace NtmServerless.Domain.Tests.Tours;

/// <summary>The life of a tour in virtual time.</summary>
public sealed class TourLifeTests
{
    [Fact]
    public void AnOrdinaryTour_GoesThroughEveryStepOnTime_AndItsReportIsEscalatedWeekly()
    {
        (StudyTour tour, var steps) = Live(Announced with { Members = 32 }, "2024-09-10 09:00");
        Assert.Equal(
        [
            (TourStep.CloseNominations, "2024-08-10 17:00"), (TourStep.RemindMembers, "2024-08-17 08:00"), (TourStep.Depart, "2024-08-20 00:00"),
            (TourStep.Return, "2024-08-23 00:00"), (TourStep.AskForReport, "2024-08-23 00:00"),
            (TourStep.EscalateReport, "2024-08-27 17:00"), (TourStep.EscalateReport, "2024-09-03 17:00"),
        ], steps);
        TourReport report = new("Tốt", [], Lead, SampleClass.At("2024-09-10 09:00"));
        StudyTour closed = TourDecisions.File(tour, report, 31).Tour;
        Assert.Equal((TourStage.Closed, 31, report.FiledAt), (closed.Stage, closed.Travelled, closed.ClosedAt));
        Assert.Null(TourChecklist.Next(closed));
    }

    [Fact]
    public void WithTooFewMembers_TheTourAsksOnceAndWaitsForThem()
    {
        Assert.Equal([TourStep.AskForMembers], Live(Announced with { Members = 29 }, "2024-08-15 09:00").Steps.Select(s => s.Item1));
        StudyTour enough = TourDecisions.AddMember(Announced with { Members = 29 });
        Assert.Equal(TourStep.CloseNominations, TourChecklist.Next(enough)!.Step);
    }

    [Fact]
    public void APostponedTour_StartsAgainWithItsMembers()
    {
        StudyTour postponed = TourDecisions.Postpone(In(TourStage.Confirmed) with { RemindedAt = Now }, "Sạt lở đường").Tour;
        Assert.Null(TourChecklist.Next(postponed));
        TourForm later = Form with { DepartsOn = new DateOnly(2024, 9, 10), ReturnsOn = new DateOnly(2024, 9, 10) };
        StudyTour again = TourDecisions.Announce(postponed, later, Now).Tour;
        Assert.Equal((TourStage.Announced, 32, null, null), (again.Stage, again.Members, again.Reason, again.RemindedAt));
        Assert.Contains((TourStep.RemindMembers, "2024-09-07 08:00"), Live(again, "2024-09-12 09:00").Steps);
    }

    [Theory]
    [InlineData(TourStep.CloseNominations, TourStage.Announced, NoticeKind.TourConfirmed, true)]
    [InlineData(TourStep.RemindMembers, TourStage.Confirmed, NoticeKind.TourReminder, true)]
    [InlineData(TourStep.Depart, TourStage.Confirmed, null, false)]
    [InlineData(TourStep.Return, TourStage.Travelling, null, false)]
    [InlineData(TourStep.AskForReport, TourStage.Reporting, NoticeKind.TourReportAsked, false)]
    [InlineData(TourStep.EscalateReport, TourStage.Reporting, NoticeKind.TourReportEscalated, false)]
    public void Step_EarlyChangesNothing_AndTwiceIsTheSameAsOnce(TourStep step, TourStage stage, NoticeKind? told, bool toMembers)
    {
        StudyTour tour = In(stage) with
        {
            RemindedAt = step == TourStep.Depart ? Now : null,
            ReportAskedAt = step == TourStep.EscalateReport ? Now : null,
        };
        TourErrand next = TourChecklist.Next(tour)!;
        Assert.Equal(step, next.Step);
        Assert.Same(tour, TourDecisions.CarryOut(tour, step, "office", next.DueAt.AddTicks(-1)).Tour);
        TourOutcome once = TourDecisions.CarryOut(tour, step, "office", next.DueAt);
        Assert.NotEqual(tour, once.Tour);
        Assert.Equal(told, once.Notices.SingleOrDefault()?.Kind);
        Assert.Equal(toMembers, once.Notices.SingleOrDefault()?.ToParticipants ?? false);
        Assert.Same(once.Tour, TourDecisions.CarryOut(once.Tour, step, "office", next.DueAt).Tour);
    }

    [Theory]
    [InlineData(TourStage.Announced, TourStep.CloseNominations)]
    [InlineData(TourStage.Confirmed, TourStep.RemindMembers)]
    public void Step_AfterTheTourLeft_IsCarriedOutAndTellsNobody(TourStage stage, TourStep step)
    {
        StudyTour tour = In(stage);

        TourOutcome late = TourDecisions.CarryOut(tour, step, "office", SampleClass.At("2024-08-20 00:00"));

        Assert.NotEqual(tour, late.Tour);
        Assert.Empty(late.Notices);
        Assert.Single(TourDecisions.CarryOut(tour, step, "office", SampleClass.At("2024-08-19 23:59")).Notices);
    }

    private static (StudyTour Tour, (TourStep Step, string At)[] Steps) Live(StudyTour tour, string until)
    {
        List<(TourStep, string)> steps = [];
        while (TourChecklist.Next(tour) is { } next && next.DueAt <= SampleClass.At(until))
        {
            tour = TourDecisions.CarryOut(tour, next.Step, "van-phong-dieu-phoi", next.DueAt).Tour;
            steps.Add((next.Step, $"{next.DueAt.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}"));
        }

        return (tour, [.. steps]);
    }
}
