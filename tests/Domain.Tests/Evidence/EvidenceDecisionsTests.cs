using Xunit;

namespace NtmServerless.Domain.Tests.Evidence;

public sealed class EvidenceDecisionsTests
{
    private static readonly TrainingClass Marked = SampleClass.In(ClassStage.Reporting) with { SessionCounts = [new(1, 28, 2), new(2, 29, 0)] };

    [Fact]
    public void MustTake_OutsideHoldingAndReporting_IsRefused() => Assert.All(Enum.GetValues<ClassStage>(), stage =>
    {
        bool taken = stage is ClassStage.Holding or ClassStage.Reporting;
        RuleBrokenException? refused = Record.Exception(() => EvidenceDecisions.EnsureTaken(SampleClass.In(stage), 1)) as RuleBrokenException;
        Assert.Equal(taken ? null : Rule.EvidenceStage, refused?.Rule);
    });

    [Fact]
    public void Add_ForASessionThatIsNotThere_IsRefused() =>
        Assert.Equal(Rule.SessionUnknown, Assert.Throws<RuleBrokenException>(() => EvidenceDecisions.Add(Marked, Sheet(4, 10))).Rule);

    [Fact]
    public void Add_OfASheetThatAgrees_TellsNobody()
    {
        ClassOutcome outcome = EvidenceDecisions.Add(Marked, Sheet(1, 30));
        Assert.Empty(outcome.Notices);
        Assert.Empty(EvidenceDecisions.Differences(outcome.Class));
        Assert.Equal((1, 0, true), (outcome.Class.Evidence.SignedSheets, outcome.Class.Evidence.Photos, outcome.Class.Evidence.IsMissing));
    }

    [Fact]
    public void Add_OfASheetThatDiffers_TellsTheLeadUnit_AndABetterCountSettlesIt()
    {
        ClassOutcome outcome = EvidenceDecisions.Add(Marked, Sheet(2, 27));
        Notice told = Assert.Single(outcome.Notices);
        Assert.Equal((NoticeKind.SheetDiffers, "2"), (told.Kind, told.Detail));
        Assert.Equal([SampleClass.Lead], told.ToUnits);
        Assert.Equal([new SheetDifference(2, 27, 29)], EvidenceDecisions.Differences(outcome.Class));
        TrainingClass settled = EvidenceDecisions.Add(outcome.Class, Sheet(2, 29)).Class;
        Assert.Empty(EvidenceDecisions.Differences(settled));
        Assert.Equal(2, settled.Evidence.SignedSheets);
    }

    [Fact]
    public void Differences_OfASessionWithoutMarks_CountItAsNone() => Assert.Equal(
        [new SheetDifference(3, 25, 0)], EvidenceDecisions.Differences(EvidenceDecisions.Add(Marked, Sheet(3, 25)).Class));

    [Fact]
    public void Differences_GoAwayWhenAttendanceIsCorrected()
    {
        TrainingClass c = EvidenceDecisions.Add(Marked, Sheet(2, 27)).Class with { SessionCounts = [new SessionCount(2, 27, 0)] };
        Assert.Empty(EvidenceDecisions.Differences(c));
    }

    [Fact]
    public void Add_OfASheetOfTheWholeClassAndAPhoto_CompletesTheEvidence()
    {
        TrainingClass c = EvidenceDecisions.Add(Marked, Sheet(null, null)).Class;
        ClassOutcome photo = EvidenceDecisions.Add(c, Sheet(null, null) with { Kind = EvidenceKind.Photo });
        Assert.False(photo.Class.Evidence.IsMissing);
        Assert.Empty(photo.Class.Evidence.SheetCounts);
        Assert.Empty(photo.Notices);
    }

    private static EvidenceFact Sheet(int? session, int? signatures) =>
        new("ab", EvidenceKind.SignedSheet, FileType.Pdf, 1_000, session, signatures, SampleClass.Lead, SampleClass.LastEnd);
}
