using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class ClassTimelineTests
{
    [Fact]
    public void Of_APlannedClass_WaitsForItsLeadUnitToAnnounceIt() =>
        Assert.Equal([new TimelineEntry(ClassMoment.Announce, null, MomentState.Next, MomentBy.LeadUnit)], ClassTimeline.Of(Planned()));

    [Fact]
    public void Of_AnAnnouncedClass_SaysWhatWasWhatComesAndWhatFollows() => Assert.Equal(
        [
            (ClassMoment.Announce, AnnouncedAt, MomentState.Done),
            (ClassMoment.OpenRegistration, Opens, MomentState.Next),
            (ClassMoment.CloseRegistration, Closes, MomentState.Expected),
            (ClassMoment.RemindThreeDays, At("2024-05-17 08:00"), MomentState.Expected),
            (ClassMoment.RemindOneDay, At("2024-05-19 08:00"), MomentState.Expected),
            (ClassMoment.Begin, FirstStart, MomentState.Expected),
            (ClassMoment.End, LastEnd, MomentState.Expected),
            (ClassMoment.FileReport, At("2024-05-26 17:00"), MomentState.Expected),
        ],
        ClassTimeline.Of(Announced()).Select(e => (e.What, e.At!.Value, e.State)));

    [Fact]
    public void Of_AClassWithTooFewPeople_WaitsForTheLeadUnitUntilItGoesOnAnyway()
    {
        TrainingClass asked = Registering() with { Trace = new ClassTrace { TooFewAskedAt = Closes } };
        TimelineEntry waiting = Assert.Single(ClassTimeline.Of(asked), ClassTimeline.WaitsForPeople);
        Assert.Equal((ClassMoment.DecideAboutTooFew, Deadlines.GoesOnAnyway(asked), MomentBy.LeadUnit), (waiting.What, waiting.At, waiting.By));
        TrainingClass decided = asked with { Trace = asked.Trace with { TooFewDecidedAt = Closes.AddHours(1) } };
        Assert.DoesNotContain(ClassTimeline.Of(decided), ClassTimeline.WaitsForPeople);
        Assert.Contains(new TimelineEntry(ClassMoment.DecideAboutTooFew, Closes.AddHours(1), MomentState.Done, MomentBy.LeadUnit), ClassTimeline.Of(decided));
    }

    [Fact]
    public void Of_APostponedClass_ForgetsNoOpeningThatWas_AndWaitsForNewDates()
    {
        TrainingClass late = In(ClassStage.Postponed);
        Assert.Contains(ClassTimeline.Of(late), e => e is { What: ClassMoment.OpenRegistration, State: MomentState.Done });
        TrainingClass early = late with { Trace = late.Trace with { NewDatesAskedAt = Opens.AddDays(-1) } };
        Assert.DoesNotContain(ClassTimeline.Of(early), e => e.What == ClassMoment.OpenRegistration);
        Assert.Equal(ClassMoment.GiveNewDates, Assert.Single(ClassTimeline.Of(early), ClassTimeline.WaitsForPeople).What);
    }

    [Fact]
    public void Of_AReportingClass_WaitsForSheetPhotosAndReport_ThenForTheOffice()
    {
        TrainingClass held = In(ClassStage.Reporting);
        Assert.Equal(
            [ClassMoment.UploadEvidence, ClassMoment.FileReport], ClassTimeline.Of(held).Where(ClassTimeline.WaitsForPeople).Select(e => e.What));
        TrainingClass filed = held with
        {
            Evidence = new EvidenceState { SignedSheets = 1, Photos = 1 },
            Report = new ClassReportState { Stage = ClassReportStage.Submitted, SubmittedAt = LastEnd.AddDays(1) },
        };
        TimelineEntry waiting = Assert.Single(ClassTimeline.Of(filed), ClassTimeline.WaitsForPeople);
        Assert.Equal((ClassMoment.ApproveReport, MomentBy.Office), (waiting.What, waiting.By));
    }

    /// <remarks>Three things fall on the end of the class: they stand in the order in which they are done.</remarks>
    [Fact]
    public void Of_AClosedClass_HasEveryMomentOfItsLifeInOrder()
    {
        TrainingClass closed = In(ClassStage.Closed) with
        {
            Seats = new Seats(50, 5, Opens.AddDays(1)) { Released = true },
            Trace = new ClassTrace
            {
                PriorityReleasedAt = Opens.AddDays(1),
                TooFewAskedAt = At("2024-05-14 17:00"),
                TooFewEscalatedAt = At("2024-05-14 18:00"),
                TooFewDecidedAt = At("2024-05-14 19:00"),
                InvitedAt = At("2024-05-15 17:05"),
                RemindedThreeDaysAt = At("2024-05-17 08:00"),
                RemindedOneDayAt = At("2024-05-19 08:00"),
                ReportAskedAt = LastEnd,
                EvidenceAskedAt = LastEnd,
                ReportRemindedAt = At("2024-05-25 17:00"),
                ReportEscalatedAt = At("2024-05-26 17:00"),
            },
            Report = new ClassReportState
            {
                Stage = ClassReportStage.Approved,
                SubmittedAt = At("2024-05-27 09:00"),
                ReturnedAt = At("2024-05-28 09:00"),
                ApprovedAt = At("2024-05-29 09:00"),
            },
        };
        Assert.Equal(
            [
                (ClassMoment.Announce, AnnouncedAt, MomentBy.LeadUnit),
                (ClassMoment.OpenRegistration, Opens, MomentBy.Lifecycle),
                (ClassMoment.ReleasePrioritySeats, Opens.AddDays(1), MomentBy.Lifecycle),
                (ClassMoment.AskAboutTooFew, At("2024-05-14 17:00"), MomentBy.Lifecycle),
                (ClassMoment.EscalateTooFew, At("2024-05-14 18:00"), MomentBy.Lifecycle),
                (ClassMoment.DecideAboutTooFew, At("2024-05-14 19:00"), MomentBy.LeadUnit),
                (ClassMoment.CloseRegistration, Closes, MomentBy.Lifecycle),
                (ClassMoment.Invite, At("2024-05-15 17:05"), MomentBy.Lifecycle),
                (ClassMoment.RemindThreeDays, At("2024-05-17 08:00"), MomentBy.Lifecycle),
                (ClassMoment.RemindOneDay, At("2024-05-19 08:00"), MomentBy.Lifecycle),
                (ClassMoment.Begin, FirstStart, MomentBy.Lifecycle),
                (ClassMoment.End, LastEnd, MomentBy.Lifecycle),
                (ClassMoment.AskForReport, LastEnd, MomentBy.Lifecycle),
                (ClassMoment.AskForEvidence, LastEnd, MomentBy.Lifecycle),
                (ClassMoment.RemindReport, At("2024-05-25 17:00"), MomentBy.Lifecycle),
                (ClassMoment.EscalateReport, At("2024-05-26 17:00"), MomentBy.Lifecycle),
                (ClassMoment.FileReport, At("2024-05-27 09:00"), MomentBy.LeadUnit),
                (ClassMoment.ReturnReport, At("2024-05-28 09:00"), MomentBy.Office),
                (ClassMoment.ApproveReport, At("2024-05-29 09:00"), MomentBy.Office),
            ],
            ClassTimeline.Of(closed).Select(e => (e.What, e.At!.Value, e.By)));
        TrainingClass withoutHeldSeats = closed with { Seats = new Seats(50) { Released = true } };
        Assert.DoesNotContain(ClassTimeline.Of(withoutHeldSeats), e => e.What == ClassMoment.ReleasePrioritySeats);
    }

    [Theory]
    [InlineData(ClassStage.Registering, "OpenRegistration")]
    [InlineData(ClassStage.Confirmed, "OpenRegistration CloseRegistration")]
    [InlineData(ClassStage.Holding, "OpenRegistration CloseRegistration Begin")]
    [InlineData(ClassStage.Reporting, "OpenRegistration CloseRegistration Begin End")]
    [InlineData(ClassStage.Closed, "OpenRegistration CloseRegistration Begin End")]
    public void Of_AStage_SaysWhichDatesOfTheClassArePassed(ClassStage stage, string passed) => Assert.Equal(
        passed, string.Join(' ', ClassTimeline.Of(In(stage)).Where(e => e is { State: MomentState.Done, What: not ClassMoment.Announce }).Select(e => e.What)));

    [Fact]
    public void Of_AnInterruptedClass_SaysThatItBeganAndWhenItWasPostponed()
    {
        DateTimeOffset flood = At("2024-05-20 12:00");
        IReadOnlyList<TimelineEntry> line = ClassTimeline.Of(ClassDecisions.Postpone(In(ClassStage.Holding), "Lũ", flood).Class);
        Assert.Contains(new TimelineEntry(ClassMoment.Begin, FirstStart, MomentState.Done, MomentBy.Lifecycle), line);
        Assert.Contains(new TimelineEntry(ClassMoment.Postpone, flood, MomentState.Done, MomentBy.LeadUnit), line);
        Assert.DoesNotContain(line, e => e.What == ClassMoment.End);
    }

    [Fact]
    public void Of_ACancelledClass_SaysWhen_AndThatItOpenedOnlyIfItHad()
    {
        Assert.Equal([ClassMoment.Announce, ClassMoment.OpenRegistration, ClassMoment.Cancel], Line(Registering(), Closes));
        Assert.Equal([ClassMoment.Announce, ClassMoment.OpenRegistration, ClassMoment.Cancel], Line(Announced(), Opens));
        Assert.Equal([ClassMoment.Announce, ClassMoment.Cancel], Line(Announced(), Opens.AddTicks(-1)));
        // Put off before it opened, called off when it would have been open.
        TrainingClass early = ClassDecisions.Postpone(Announced(), "Mưa", Opens.AddDays(-1)).Class;
        Assert.Equal([ClassMoment.Announce, ClassMoment.Postpone, ClassMoment.Cancel], Line(early, Closes));

        static ClassMoment[] Line(TrainingClass c, DateTimeOffset at) =>
            [.. ClassTimeline.Of(ClassDecisions.Cancel(c, "Thôi", at).Class).Select(e => e.What)];
    }

    [Theory]
    [InlineData("2024-05-10 08:00", true)]
    [InlineData("2024-05-15 17:00", false)]
    public void Of_AClassWithHeldSeats_ExpectsTheirRelease_UnlessTheCloseReleasesThem(string release, bool expected)
    {
        TimelineEntry entry = new(ClassMoment.ReleasePrioritySeats, At(release), MomentState.Expected, MomentBy.Lifecycle);
        Assert.Equal(expected, ClassTimeline.Of(Announced(held: 5, releaseAt: At(release))).Contains(entry));
    }

    [Fact]
    public void Of_AClassThatRegistersUntilItsFirstSession_ExpectsTheCloseBeforeTheBeginning_AndNoReminder()
    {
        TrainingClass c = ClassDecisions.Extend(Announced(), FirstStart, Opens).Class;
        Assert.Equal(
            [ClassMoment.CloseRegistration, ClassMoment.Begin, ClassMoment.End, ClassMoment.FileReport],
            ClassTimeline.Of(c).Where(e => e.State == MomentState.Expected).Select(e => e.What));
    }

    /// <remarks>As the checklist: a reminder that would come with or before the invitation is not sent.</remarks>
    [Theory]
    [InlineData("2024-05-17 07:59", "RemindThreeDays RemindOneDay")]
    [InlineData("2024-05-17 08:00", "RemindOneDay")]
    [InlineData("2024-05-19 08:00", "")]
    public void Of_AnInvitedClass_ExpectsTheRemindersAfterTheInvitation(string invited, string reminders)
    {
        TrainingClass c = In(ClassStage.Confirmed) with { Trace = new ClassTrace { InvitedAt = At(invited) } };
        Assert.Equal(reminders, string.Join(' ', ClassTimeline.Of(c)
            .Where(e => e is { State: not MomentState.Done, What: ClassMoment.RemindThreeDays or ClassMoment.RemindOneDay }).Select(e => e.What)));
    }

    [Fact]
    public void Of_AClassWhoseTooFewPeopleAreEscalated_NamesItsCloseOnce()
    {
        TrainingClass c = Registering() with
        {
            Seats = new Seats(50) { Confirmed = 1 },
            Trace = new ClassTrace { TooFewAskedAt = Closes, TooFewEscalatedAt = Closes.AddDays(2) },
        };
        Assert.Equal(MomentState.Next, Assert.Single(ClassTimeline.Of(c), e => e.What == ClassMoment.CloseRegistration).State);
    }

    [Theory]
    [InlineData(ClassStage.Closed)]
    [InlineData(ClassStage.Cancelled)]
    public void Of_AClassThatIsOver_HasOnlyWhatWas(ClassStage stage) =>
        Assert.All(ClassTimeline.Of(In(stage)), e => Assert.Equal(MomentState.Done, e.State));

    [Theory]
    [MemberData(nameof(Stages))]
    public void Of_AnyStage_NamesTheErrandOfTheChecklist_OnceAndInOrder(ClassStage stage)
    {
        IReadOnlyList<TimelineEntry> line = ClassTimeline.Of(In(stage));
        if (ClassChecklist.Next(In(stage)) is { } errand)
            Assert.Single(line, e => e.State == MomentState.Next && e.What.ToString() == errand.Step.ToString() && e.By == MomentBy.Lifecycle);
        Assert.Equal(line.Select(e => e.State).Order(), line.Select(e => e.State));
        Assert.Equal(line.Where(e => e.State == MomentState.Done).Select(e => e.At).Order(), line.Where(e => e.State == MomentState.Done).Select(e => e.At));
        Assert.DoesNotContain(line, e => e.State == MomentState.Expected && line.Any(n => n.State == MomentState.Next && n.What == e.What));
    }

    public static TheoryData<ClassStage> Stages => [.. Enum.GetValues<ClassStage>()];

    [Fact]
    public void EveryStepOfTheLifecycle_IsAMoment() =>
        Assert.Empty(Enum.GetNames<ClassStep>().Except(Enum.GetNames<ClassMoment>()));
}
