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
