using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class ClassDecisionsTests
{
    private static readonly ClassStage[] Stages = Enum.GetValues<ClassStage>();

    [Theory]
    [InlineData("2024-05-15 17:00")]
    [InlineData("2024-05-10 17:00")]
    [InlineData("2024-05-20 07:31")]
    public void Extend_ToNoLaterOrAfterTheFirstSession_IsRefused(string closes) =>
        Assert.Equal(Rule.ClassDates, Broken(() => ClassDecisions.Extend(Registering(), At(closes), Opens)));

    [Fact]
    public void Extend_ToThePast_IsRefused() =>
        Assert.Equal(Rule.ClassDates, Broken(() => ClassDecisions.Extend(Registering(), At("2024-05-16 17:00"), At("2024-05-16 17:00"))));

    [Fact]
    public void Extend_ForgetsThatItWasAsked_AndTellsTheUnits()
    {
        TrainingClass asked = Registering() with { Trace = new ClassTrace { TooFewAskedAt = Closes, TooFewEscalatedAt = Closes, TooFewDecidedAt = Closes } };
        ClassOutcome outcome = ClassDecisions.Extend(asked, FirstStart, Closes);
        Assert.Equal(new ClassTrace(), outcome.Class.Trace);
        Assert.Equal(FirstStart, outcome.Class.Announcement!.RegistrationClosesAt);
        Assert.Equal([Lead, Host, Partner], outcome.Notices[0].ToUnits);
        Assert.Equal(NoticeKind.ClassExtended, Assert.Single(outcome.Notices).Kind);
    }

    [Fact]
    public void GoOn_WhenNobodyAsked_IsRefused_AndRepeatedKeepsTheFirstMoment()
    {
        Assert.Equal(Rule.DecisionNotAsked, Broken(() => ClassDecisions.GoOn(Registering(), Closes)));
        TrainingClass once = ClassDecisions.GoOn(Registering() with { Trace = new ClassTrace { TooFewAskedAt = Closes } }, Closes.AddHours(1)).Class;
        Assert.Equal(Closes.AddHours(1), once.Trace.TooFewDecidedAt);
        Assert.Equal(once, ClassDecisions.GoOn(once, Closes.AddHours(2)).Class);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    [InlineData(int.MinValue)]
    public void SetCapacity_OutOfRange_IsAFieldError(int capacity) =>
        Assert.Equal("capacity", Assert.Throws<InvalidInputException>(() => ClassDecisions.SetCapacity(Registering(), capacity)).Errors[0].Field);

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void SetCapacity_AtTheEndsOfTheRange_IsTaken(int capacity) =>
        Assert.Equal(capacity, ClassDecisions.SetCapacity(Registering(), capacity).Class.Seats.Capacity);

    [Fact]
    public void SetCapacity_ToMore_LeavesHeldSeatsAndMinimum()
    {
        TrainingClass c = ClassDecisions.SetCapacity(Planned(held: 20, minimum: 25), 60).Class;
        Assert.Equal((60, 20, 25), (c.Seats.Capacity, c.Seats.HeldForPriority, c.Minimum));
    }

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Refusal_SaysWhatStandsAgainstIt()
    {
        Assert.Equal([("first", (object)new DateOnly(2024, 5, 20))], Refused(() => ClassDecisions.Extend(Registering(), Closes, Opens)).Facts);
        TrainingClass thirty = Registering() with { Seats = new Seats(50) { Confirmed = 30 } };
        Assert.Equal([("confirmed", (object)30)], Refused(() => ClassDecisions.SetCapacity(thirty, 29)).Facts);
        FieldError range = Assert.Single(Assert.Throws<InvalidInputException>(() => ClassDecisions.SetCapacity(thirty, 501)).Errors);
        Assert.Equal("range", range.Code);
        Assert.Equal([("from", (object)1), ("to", 500)], range.Facts);
        Assert.Equal(
            [("stage", (object)ClassStage.Holding), ("wanted", ClassStage.Postponed)],
            Refused(() => ClassDecisions.Postpone(In(ClassStage.Holding), "Mưa lũ", LastEnd)).Facts);
        Assert.Equal([("stage", (object)ClassStage.Closed)], Refused(() => ClassDecisions.GoOn(In(ClassStage.Closed), Opens)).Facts);
    }

    [Fact]
    public void SetCapacity_BelowThoseWithASeat_IsRefused()
    {
        TrainingClass c = Registering() with { Seats = new Seats(50) { Confirmed = 30 } };
        Assert.Equal(Rule.CapacityBelowConfirmed, Broken(() => ClassDecisions.SetCapacity(c, 29)));
        Assert.Equal(0, ClassDecisions.SetCapacity(c, 30).Class.Seats.FreeForAll);
    }

    [Fact]
    public void SetCapacity_BelowHeldSeats_LowersThemToo() =>
        Assert.Equal(15, ClassDecisions.SetCapacity(Planned(held: 20, minimum: 25), 15).Class.Seats.HeldForPriority);

    [Fact]
    public void SetCapacity_BelowTheMinimum_AndUpAgain_AsksForAsManyAsWereSet()
    {
        TrainingClass few = ClassDecisions.SetCapacity(Planned(minimum: 25), 2).Class;
        Assert.Equal((2, 25), (few.Least(), ClassDecisions.SetCapacity(few, 50).Class.Least()));
    }

    [Fact]
    public void AFullClass_IsNeverTooFew()
    {
        TrainingClass full = ClassDecisions.SetCapacity(Registering(minimum: 25), 15).Class with { Seats = new Seats(15) { Confirmed = 15 } };
        Assert.Equal(ClassStep.CloseRegistration, ClassChecklist.Next(full)!.Step);
    }

    [Fact]
    public void Postpone_BeforeItWasHeld_KeepsTheListAndTellsEverybody()
    {
        TrainingClass c = In(ClassStage.Confirmed) with { Seats = new Seats(50) { Confirmed = 30 } };
        ClassOutcome outcome = ClassDecisions.Postpone(c, "Mưa lũ", Closes);
        Assert.Equal((ClassStage.Postponed, false, 0, 30), (outcome.Class.Stage, outcome.Class.Interrupted, outcome.Class.HeldSessions, outcome.Class.Seats.Confirmed));
        Assert.Equal((NoticeKind.ClassPostponed, true, "Mưa lũ"), (outcome.Notices[0].Kind, outcome.Notices[0].ToParticipants, outcome.Notices[0].Detail));
    }

    [Theory]
    [InlineData("2024-05-20 10:59", 0)]
    [InlineData("2024-05-20 11:00", 1)]
    public void Postpone_WhileItIsHeld_CountsASessionFromItsEnd(string at, int held) =>
        Assert.Equal(held, ClassDecisions.Postpone(In(ClassStage.Holding), "Lũ", At(at)).Class.HeldSessions);

    /// <remarks>The lifecycle is late: it has not yet begun the class, whose first session is over by the clock.</remarks>
    [Fact]
    public void Postpone_OfAClassThatHasNotBegun_CountsNoSessionAsHeld()
    {
        TrainingClass c = ClassDecisions.Postpone(In(ClassStage.Confirmed), "Lũ", At("2024-05-20 12:00")).Class;
        Assert.Equal((false, 0, At("2024-05-20 12:00")), (c.Interrupted, c.HeldSessions, c.Trace.NewDatesAskedAt));
    }

    [Fact]
    public void Postpone_WhenEverySessionIsOver_IsRefused() =>
        Assert.Equal(Rule.ClassStage, Broken(() => ClassDecisions.Postpone(In(ClassStage.Holding), "Mưa lũ", LastEnd)));

    [Fact]
    public void Postpone_ASecondTimeAfterAFlood_KeepsWhatWasHeld()
    {
        TrainingClass flooded = ClassDecisions.Postpone(In(ClassStage.Holding), "Lũ", At("2024-05-20 12:00")).Class;
        AnnounceForm remaining = new() { Sessions = [Half("2024-06-03", "07:30", "11:00"), Half("2024-06-03", "13:30", "16:30")] };
        TrainingClass caughtUp = ClassDecisions.Reschedule(flooded, remaining, At("2024-05-25 12:00")).Class;
        TrainingClass again = ClassDecisions.Postpone(caughtUp, "Lũ", At("2024-05-30 12:00")).Class;
        Assert.Equal((true, 1), (again.Interrupted, again.HeldSessions));
    }

    [Fact]
    public void Reschedule_OfAnInterruptedClass_WantsExactlyTheRemainingSessions()
    {
        TrainingClass flooded = ClassDecisions.Postpone(In(ClassStage.Holding), "Lũ", At("2024-05-20 12:00")).Class;
        AnnounceForm one = new() { Sessions = [Half("2024-06-03", "07:30", "11:00")] };
        FieldError error = Assert.Throws<InvalidInputException>(() => ClassDecisions.Reschedule(flooded, one, At("2024-05-25 12:00"))).Errors[0];
        Assert.Equal(("sessions", "sessions-remaining", ("count", (object)2)), (error.Field, error.Code, error.Facts[0]));
    }

    [Fact]
    public void Reschedule_ClearsReasonAndTrace_AndCounts()
    {
        TrainingClass c = ClassDecisions.Postpone(In(ClassStage.Confirmed), "Mưa", Closes).Class;
        ClassOutcome outcome = ClassDecisions.Reschedule(c, Form with { RegistrationClosesAt = At("2024-05-19 17:00") }, Closes);
        Assert.Equal((ClassStage.Announced, null, 1, new ClassTrace()), (outcome.Class.Stage, outcome.Class.Reason, outcome.Class.TimesPostponed, outcome.Class.Trace));
        Assert.Equal((NoticeKind.ClassRescheduled, true), (outcome.Notices[0].Kind, outcome.Notices[0].ToParticipants));
    }

    [Fact]
    public void Reschedule_RemembersThatHeldSeatsWereReleased()
    {
        TrainingClass released = In(ClassStage.Confirmed) with { Trace = new ClassTrace { PriorityReleasedAt = Opens, InvitedAt = Closes } };
        TrainingClass c = ClassDecisions.Postpone(released, "Mưa", Closes).Class;
        AnnounceForm form = Form with { RegistrationClosesAt = At("2024-05-19 17:00") };
        Assert.Equal(new ClassTrace { PriorityReleasedAt = Opens }, ClassDecisions.Reschedule(c, form, Closes).Class.Trace);
    }

    public static TheoryData<string, ClassStage[]> AllowedStages() => new()
    {
        { "extend", [ClassStage.Announced, ClassStage.Registering] },
        { "go on", [ClassStage.Registering, ClassStage.Confirmed] },
        { "set capacity", [ClassStage.Planned, ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed] },
        { "postpone", [ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Holding] },
        { "reschedule", [ClassStage.Postponed] },
        { "cancel", [ClassStage.Planned, ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Postponed] },
    };

    [Theory]
    [MemberData(nameof(AllowedStages))]
    public void Decision_IsTakenInItsStagesOnly(string decision, ClassStage[] allowed)
    {
        foreach (ClassStage stage in Stages)
        {
            TrainingClass c = In(stage) with { Trace = new ClassTrace { TooFewAskedAt = Opens, NewDatesAskedAt = Opens } };
            Func<ClassOutcome> decide = decision switch
            {
                "extend" => () => ClassDecisions.Extend(c, At("2024-05-16 17:00"), Opens),
                "go on" => () => ClassDecisions.GoOn(c, Opens),
                "set capacity" => () => ClassDecisions.SetCapacity(c, 60),
                "postpone" => () => ClassDecisions.Postpone(c, "Mưa", Opens),
                "reschedule" => () => ClassDecisions.Reschedule(c, Form, Opens.AddDays(-1)),
                _ => () => ClassDecisions.Cancel(c, "Thôi", Opens),
            };
            if (allowed.Contains(stage)) Assert.NotNull(decide());
            else Assert.Equal(Rule.ClassStage, Broken(decide));
        }
    }

    private static string Broken(Func<ClassOutcome> decide) => Refused(decide).Rule;

    private static RuleBrokenException Refused(Func<ClassOutcome> decide) => Assert.Throws<RuleBrokenException>(decide);
}
