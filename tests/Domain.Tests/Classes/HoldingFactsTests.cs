using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>A class is held only where somebody was there.</summary>
public sealed class HoldingFactsTests
{
    private static readonly TrainingClass Silent = In(ClassStage.Reporting) with { SessionCounts = [] };

    [Fact]
    public void Class_WhoseHoursAreOver_IsUnconfirmedUntilSomethingSaysThatSomebodyCame()
    {
        Assert.True(HoldingFacts.IsUnconfirmed(Silent));
        Assert.False(HoldingFacts.IsHeld(Silent));
        Assert.All<TrainingClass>(
            [
                Silent with { SessionCounts = [new SessionCount(2, 0, 1)] },
                Silent with { Evidence = new EvidenceState { SignedSheets = 1 } },
                Silent with { Evidence = new EvidenceState { SignedSheets = 2, SheetCounts = [new(1, 0), new(2, 1)] } },
                Silent with { Report = new ClassReportState { Stage = ClassReportStage.Approved } },
            ],
            c => Assert.Equal((true, false), (HoldingFacts.IsHeld(c), HoldingFacts.IsUnconfirmed(c))));
    }

    [Fact]
    public void Marks_OfAbsentPeople_AndASheetThatNobodySigned_SayThatNobodyCame() => Assert.All<TrainingClass>(
        [
            Silent with { SessionCounts = [new SessionCount(1, 0, 0)] },
            Silent with { Evidence = new EvidenceState { Photos = 3 } },
            Silent with { Evidence = new EvidenceState { SignedSheets = 1, SheetCounts = [new(1, 0)] } },
        ],
        c => Assert.True(HoldingFacts.IsUnconfirmed(c)));

    [Theory]
    [InlineData(ClassStage.Confirmed)]
    [InlineData(ClassStage.Holding)]
    [InlineData(ClassStage.Postponed)]
    public void Class_WhoseHoursAreNotOver_IsNeither(ClassStage stage)
    {
        TrainingClass c = In(stage) with { SessionCounts = [new SessionCount(1, 9, 0)] };
        Assert.Equal((false, false), (HoldingFacts.IsHeld(c), HoldingFacts.IsUnconfirmed(c)));
    }

    [Fact]
    public void Figures_CountNoClassThatNobodyCameTo()
    {
        TrainingClass came = Silent with { Id = new("lop-2"), SessionCounts = [new SessionCount(1, 20, 0)] };
        ReportFigures year = ReportFigures.Of(FigureSums.OfAll(SamplePlan.Plan), [Silent, came], [], []);
        Assert.Equal((0, 1), (year.ClassesHeld, year.HeldInAll));
    }

    [Fact]
    public void Nobody_WhenRegistrationCloses_BeginsNothing_AndTheLeadIsAskedOnce()
    {
        ClassLife life = ClassLife.Announced(minimum: 0).Until("2024-05-20 08:00");
        Assert.Equal(ClassStage.Registering, life.Class.Stage);
        Assert.Equal([ClassStep.OpenRegistration, ClassStep.AskAboutTooFew, ClassStep.EscalateTooFew], life.Steps.Select(s => s.Step));
        Assert.True(ClassDecisions.AwaitsDecision(life.Class));
        Assert.Equal(["DecideTooFew 0 late 3"], Agenda.AgendaCase.Of("lead", At("2024-05-20 08:00"), classes: [life.Class]));
    }

    [Fact]
    public void Nobody_WhenTheDatesAreOver_IsUnconfirmed_AndMayBeCalledNotHeld()
    {
        ClassLife life = ClassLife.Announced(held: 5).Until("2024-05-23 08:00");
        Assert.Equal((ClassStage.Reporting, true), (life.Class.Stage, life.Class.Seats.Released));
        Assert.True(HoldingFacts.IsUnconfirmed(life.Class));
        Assert.Equal(["ConfirmHeld"], Agenda.AgendaCase.Of("lead", life.Now, classes: [life.Class]));
        Assert.Contains(NoticeKind.HoldingUnconfirmed, life.Notices.Select(n => n.Kind));
        Assert.DoesNotContain(ClassTimeline.Of(life.Class), e => e.What is ClassMoment.Begin or ClassMoment.End);
        life.Do((c, now) => NotHeldDecisions.CallNotHeld(c, "Không ai đăng ký", newDates: true, now));
        Assert.Equal((ClassStage.Postponed, true), (life.Class.Stage, life.Class.NotHeld));
    }

    [Fact]
    public void Nobody_WhenTheAppWasOffUntilTheDatesWereOver_IsAskedOnlyWhetherItWasHeld()
    {
        TrainingClass c = Registering();
        ClassOutcome asked = ClassSteps.CarryOut(c, ClassStep.AskAboutTooFew, Office, LastEnd.AddDays(3));
        Assert.NotNull(asked.Class.Trace.TooFewAskedAt);
        Assert.Empty(asked.Notices);
        Assert.Equal(new ClassErrand(ClassStep.End, LastEnd), ClassChecklist.Next(asked.Class));
    }

    [Fact]
    public void Nobody_WhenTheLeadGoesOn_BeginsInTime()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-16 08:00").Do(ClassDecisions.GoOn).Until("2024-05-20 08:00");
        Assert.Equal(ClassStage.Holding, life.Class.Stage);
    }

    [Fact]
    public void Everybody_WhoCancelsAfterTheList_LeavesAClassThatDoesNotBeginByItself()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 08:00").Register(3).Until("2024-05-16 08:00");
        life.Book.Class = life.Class with { Seats = life.Class.Seats with { Confirmed = 0, Cancelled = 3 } };
        life.Until("2024-05-20 08:00");
        Assert.Equal(ClassStage.Confirmed, life.Class.Stage);
        Assert.NotEmpty(life.TimesOf(ClassStep.AskAboutTooFew));
        life.Do(ClassDecisions.GoOn).Until("2024-05-30 08:00");
        Assert.Equal(ClassStage.Reporting, life.Class.Stage);
    }

    [Fact]
    public void FirstWalkIn_WhereNobodyRegistered_BeginsTheClass()
    {
        ClassLife life = ClassLife.Announced(held: 5).Until("2024-05-20 07:45");
        (TrainingClass begun, Registration _) = AttendanceDecisions.WalkIn(life.Class, 1, SamplePeople.Person(1), SamplePeople.Code(1), Host, life.Now);
        Assert.Equal((ClassStage.Holding, true, 1), (begun.Stage, begun.Seats.Released, begun.Seats.WalkIns));
        TrainingClass other = life.Class with { Seats = life.Class.Seats with { Confirmed = 1 } };
        Assert.Equal(Rule.AttendanceClosed, AttendanceDecisions.WhyNotOpen(other, 1, life.Now)?.Rule);
    }

    [Fact]
    public void Lead_OfAClassThatNobodyConfirmed_IsAskedWhetherItWasHeld()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 08:00").Register(3).Until("2024-05-22 09:00");
        Assert.Contains(NoticeKind.HoldingUnconfirmed, life.Notices.Select(n => n.Kind));
        Assert.DoesNotContain(NoticeKind.ReportAsked, life.Notices.Select(n => n.Kind));
        Assert.Equal(["ConfirmHeld"], Agenda.AgendaCase.Of("lead", life.Now, classes: [life.Class]));
        Assert.Equal(["ConfirmHeld"], Agenda.AgendaCase.Of("host", life.Now, classes: [life.Class]));
    }
}
