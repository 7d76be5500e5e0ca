using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>What a page offers is what the decision takes: each question why not, beside the decision that it stands for.</summary>
public sealed class ClassRefusalsTests
{
    private static readonly AnnounceForm Later = Form with
    {
        Sessions = [Half("2024-06-20", "07:30", "11:00"), Half("2024-06-20", "13:30", "16:30"), Half("2024-06-21", "07:30", "11:00")],
        RegistrationClosesAt = At("2024-06-15 17:00"),
    };

    public static TheoryData<ClassStage, DateTimeOffset> Moments
    {
        get
        {
            TheoryData<ClassStage, DateTimeOffset> all = [];
            foreach (ClassStage stage in Enum.GetValues<ClassStage>())
                foreach (DateTimeOffset now in (DateTimeOffset[])[Opens, Closes, FirstStart.AddTicks(-1), FirstStart, LastEnd.AddTicks(-1), LastEnd])
                    all.Add(stage, now);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void WhyNot_InEachStageAndAtEachMoment_IsWhatTheDecisionSays(ClassStage stage, DateTimeOffset now)
    {
        TrainingClass c = In(stage) with { Trace = new ClassTrace { TooFewAskedAt = Closes } };
        Assert.Equal(Broken(() => ClassDecisions.Announce(c, Later, now)), ClassDecisions.WhyNotAnnounced(c)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.Reschedule(c, Later, now)), ClassDecisions.WhyNotRescheduled(c)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.Extend(c, FirstStart, now)), ClassDecisions.WhyNotExtended(c, now)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.GoOn(c, now)), ClassDecisions.WhyNotGoneOn(c)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.SetCapacity(c, 20)), ClassDecisions.WhyNotResized(c)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.Postpone(c, "Mưa lũ", now)), ClassDecisions.WhyNotPostponed(c, now)?.Rule);
        Assert.Equal(Broken(() => ClassDecisions.Cancel(c, "Mưa lũ", now)), ClassDecisions.WhyNotCancelled(c)?.Rule);
    }

    [Theory]
    [InlineData(ClassStage.Announced, -1, null)]
    [InlineData(ClassStage.Registering, -1, null)]
    [InlineData(ClassStage.Registering, 0, Rule.ClassDates)]
    [InlineData(ClassStage.Confirmed, -1, Rule.ClassStage)]
    public void Extend_IsOfferedUntilTheFirstSession(ClassStage stage, long ticks, string? rule) =>
        Assert.Equal(rule, ClassDecisions.WhyNotExtended(In(stage), FirstStart.AddTicks(ticks))?.Rule);

    [Fact]
    public void Extend_WhenRegistrationIsOpenUntilTheFirstSession_CannotBeLonger()
    {
        TrainingClass c = ClassDecisions.Extend(Registering(), FirstStart, Closes).Class;
        Refusal refusal = ClassDecisions.WhyNotExtended(c, Closes)!;
        Assert.Equal((Rule.ClassDates, c.FirstDay), (refusal.Rule, Assert.Single(refusal.Facts).Value));
    }

    [Fact]
    public void Decision_IsAwaitedFromTheQuestionToTheAnswer()
    {
        TrainingClass asked = Registering() with { Trace = new ClassTrace { TooFewAskedAt = Closes } };
        Assert.False(ClassDecisions.AwaitsDecision(Registering()));
        Assert.True(ClassDecisions.AwaitsDecision(asked));
        Assert.False(ClassDecisions.AwaitsDecision(ClassDecisions.GoOn(asked, Closes.AddHours(1)).Class));
        TrainingClass confirmed = asked with { Stage = ClassStage.Confirmed };
        Assert.True(ClassDecisions.AwaitsDecision(confirmed));
        Assert.False(ClassDecisions.AwaitsDecision(confirmed with { Seats = confirmed.Seats with { Confirmed = 1 } }));
    }

    [Theory]
    [InlineData(ClassStage.Planned, true)]
    [InlineData(ClassStage.Announced, false)]
    [InlineData(ClassStage.Postponed, true)]
    [InlineData(ClassStage.Cancelled, false)]
    public void Dates_AreTakenForTheFirstTimeOrAgain(ClassStage stage, bool taken) => Assert.Equal(taken, ClassDecisions.TakesDates(In(stage)));

    private static string? Broken(Action act) => (Record.Exception(act) as RuleBrokenException)?.Rule;
}
