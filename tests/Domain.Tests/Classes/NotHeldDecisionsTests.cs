using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>A class that nobody came to, and one that a flood stopped.</summary>
public sealed class NotHeldDecisionsTests
{
    private static readonly TrainingClass Silent = In(ClassStage.Reporting) with
    {
        SessionCounts = [new SessionCount(1, 0, 0)],
        Report = new ClassReportState { Stage = ClassReportStage.Submitted, Revision = 2, SubmittedAt = LastEnd },
    };

    [Fact]
    public void CallNotHeld_WithNewDates_WaitsForThem_AndWhatWasFiledFalls()
    {
        ClassOutcome outcome = NotHeldDecisions.CallNotHeld(Silent, "Mưa lũ", newDates: true, LastEnd.AddDays(1));
        Assert.Equal((ClassStage.Postponed, "Mưa lũ", LastEnd.AddDays(1)), (outcome.Class.Stage, outcome.Class.Reason, outcome.Class.Trace.NewDatesAskedAt));
        Assert.Equal((ClassReportStage.None, 2), (outcome.Class.Report.Stage, outcome.Class.Report.Revision));
        Assert.Empty(outcome.Class.SessionCounts);
        // Its day is over: "put off" would be no news to whoever stood before a closed door.
        Assert.True(outcome.Class.NotHeld);
        Assert.Equal((NoticeKind.ClassNotHeld, true, "Mưa lũ"), (outcome.Notices[0].Kind, outcome.Notices[0].ToParticipants, outcome.Notices[0].Detail));
        AnnounceForm later = Form with
        {
            Sessions = [Half("2024-06-20", "07:30", "11:00"), Half("2024-06-20", "13:30", "16:30"), Half("2024-06-21", "07:30", "11:00")],
            RegistrationClosesAt = At("2024-06-15 17:00"),
        };
        TrainingClass again = ClassDecisions.Reschedule(outcome.Class, later, LastEnd.AddDays(2)).Class;
        Assert.Equal((ClassStage.Announced, false), (again.Stage, again.NotHeld));
    }

    [Fact]
    public void CallNotHeld_WithoutNewDates_IsOff()
    {
        ClassOutcome outcome = NotHeldDecisions.CallNotHeld(In(ClassStage.Holding), "Không ai đến", newDates: false, LastEnd);
        Assert.Equal((ClassStage.Cancelled, LastEnd, NoticeKind.ClassCancelled), (outcome.Class.Stage, outcome.Class.CancelledAt, outcome.Notices[0].Kind));
    }

    [Fact]
    public void CallNotHeld_WhereSomebodyCame_IsRefused_AndSaysWhatSpeaksAgainstIt()
    {
        TrainingClass came = Silent with { SessionCounts = [new(1, 3, 1), new(2, 2, 0)], Evidence = new EvidenceState { SignedSheets = 1 } };
        Refusal refusal = NotHeldDecisions.WhyNotCalledNotHeld(came)!;
        Assert.Equal(Rule.SomebodyCame, refusal.Rule);
        Assert.Equal([("present", (object)4), ("sheets", 1)], refusal.Facts);
    }

    [Fact]
    public void CallNotHeld_IsForTheHoursThatBegan_UntilTheReportIsApproved() => Assert.All(
        Enum.GetValues<ClassStage>(),
        stage => Assert.Equal(
            stage is ClassStage.Holding or ClassStage.Reporting ? null : Rule.ClassStage,
            NotHeldDecisions.WhyNotCalledNotHeld(In(stage) with { SessionCounts = [] })?.Rule));

    [Fact]
    public void EndEarly_AfterAFlood_KeepsWhatWasHeld()
    {
        ClassLife life = ClassLife.Announced().Until("2024-05-03 08:00").Register(20).Until("2024-05-20 12:00");
        life.Book.Class = life.Class with { SessionCounts = [new SessionCount(1, 18, 0)] };
        life.Do((c, now) => ClassDecisions.Postpone(c, "Lũ", now));
        Assert.Equal(Rule.SomebodyCame, ClassDecisions.WhyNotCancelled(life.Class)?.Rule);

        life.Do((c, now) => NotHeldDecisions.EndEarly(c, "Đường sạt lở", now));

        TrainingClass ended = life.Class;
        Assert.Equal((ClassStage.Reporting, 1, 0, false), (ended.Stage, ended.Sessions.Count, ended.HeldSessions, ended.Interrupted));
        Assert.True(HoldingFacts.IsHeld(ended));
        Assert.Equal((NoticeKind.ClassEndedEarly, true), (life.Notices[^1].Kind, life.Notices[^1].ToParticipants));
        life.Until("2024-05-22 08:00").Upload(EvidenceKind.SignedSheet, 1, 18).Submit().Approve();
        Assert.Equal(ClassStage.Closed, life.Class.Stage);
    }

    [Fact]
    public void EndEarly_OfAClassOfWhichNothingWasHeld_IsRefused()
    {
        Assert.Equal(Rule.ClassStage, NotHeldDecisions.WhyNotEndedEarly(In(ClassStage.Postponed))?.Rule);
        Assert.Equal(Rule.ClassStage, NotHeldDecisions.WhyNotEndedEarly(In(ClassStage.Holding))?.Rule);
        Assert.Equal(Rule.MarksMissing, NotHeldDecisions.WhyNotEndedEarly(In(ClassStage.Postponed) with { Interrupted = true, HeldSessions = 1 })?.Rule);
    }

    [Fact]
    public void Report_OfAPaperAlone_WaitsForTheMarks()
    {
        TrainingClass paper = In(ClassStage.Reporting) with { SessionCounts = [], Evidence = new EvidenceState { SignedSheets = 1, Photos = 1 } };
        Assert.Equal(Rule.MarksMissing, ClassReportDecisions.WhyNotSubmitted(paper)?.Rule);
        Assert.Null(ClassReportDecisions.WhyNotSubmitted(paper with { SessionCounts = [new SessionCount(1, 20, 0)] }));
    }
}
