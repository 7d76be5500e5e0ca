using Xunit;

namespace NtmServerless.Domain.Tests.Evidence;

public sealed class SheetReadingDecisionsTests
{
    private static readonly Dictionary<string, string> NoNotes = [];

    private static readonly Dictionary<string, Registration> Known = new[]
    {
        AttendanceBook.Person(1), AttendanceBook.Person(2), AttendanceBook.Person(3), AttendanceBook.Person(4, RegistrationStatus.Cancelled),
    }.ToDictionary(r => r.Code);

    // Tapped in session 1: the first two are there, the third is not.
    private static readonly AttendanceSheet Taken = new(1, new Dictionary<string, Mark>
    {
        [SamplePeople.Code(1)] = Mark.Present,
        [SamplePeople.Code(2)] = Mark.Present,
        [SamplePeople.Code(3)] = Mark.Excused,
    });

    private static readonly TrainingClass Held = SampleClass.In(ClassStage.Reporting) with { SessionCounts = [new(1, 2, 0)] };

    [Fact]
    public void Read_OfPaperThatAgrees_CountsItAndTellsNobody()
    {
        (ClassOutcome outcome, SheetReading reading) = Read(Held, null, [1, 2]);
        Assert.Empty(outcome.Notices);
        Assert.Empty(reading.Differences(Taken));
        Assert.Equal([new SheetCount(1, 2)], outcome.Class.Evidence.SheetCounts);
        Assert.Empty(EvidenceDecisions.Differences(outcome.Class));
    }

    [Fact]
    public void Read_OfSomebodyWhoCancelledAfterTheSession_TakesTheSignature()
    {
        Registration left = AttendanceBook.Person(4, RegistrationStatus.Cancelled) with { CancelledAt = SampleClass.FirstStart.AddDays(1) };
        Dictionary<string, Registration> known = new(Known) { [left.Code] = left };
        SheetReading reading = SheetReadingDecisions.Read(
            Held, null, Taken, [SamplePeople.Code(1), left.Code], NoNotes, known, SampleClass.Host, SampleClass.LastEnd).Reading;
        Assert.Contains(left.Code, reading.Signers);
    }

    [Fact]
    public void Read_OfPaperThatDiffers_NamesEachPersonAndTheMarkThatAgrees()
    {
        (ClassOutcome outcome, SheetReading reading) = Read(Held, null, [1, 3]);
        Assert.Equal(
            [(SamplePeople.Code(2), false, Mark.Present, Mark.Absent), (SamplePeople.Code(3), true, Mark.Excused, Mark.Present)],
            reading.Differences(Taken).Select(d => (d.Code, d.HasSigned, d.Mark, d.Right)).Order());
        // One too many and one too few: the count alone would have seen nothing.
        Assert.Empty(EvidenceDecisions.Differences(outcome.Class));
    }

    [Fact]
    public void Read_OfAnotherCount_TellsTheLeadUnitOnce_AndTheReportMustExplainIt()
    {
        (ClassOutcome outcome, SheetReading reading) = Read(Held, null, [1, 2, 3]);
        Notice told = Assert.Single(outcome.Notices);
        Assert.Equal((NoticeKind.SheetDiffers, "1"), (told.Kind, told.Detail));
        Assert.Equal([new SheetDifference(1, 3, 2)], EvidenceDecisions.Differences(outcome.Class));
        (ClassOutcome again, _) = Read(outcome.Class, reading, null, (3, "Đến muộn, ký sau."));
        Assert.Empty(again.Notices);
        Assert.Equal([new SheetDifference(1, 3, 2)], EvidenceDecisions.Differences(again.Class));
    }

    [Fact]
    public void Read_OfSomebodyNeverMarked_IsADifferenceWithoutMark()
    {
        (_, SheetReading reading) = SheetReadingDecisions.Read(
            Held, null, new AttendanceSheet(1, new Dictionary<string, Mark>()), [SamplePeople.Code(1)], NoNotes, Known, SampleClass.Lead, SampleClass.LastEnd);
        SignatureDifference found = Assert.Single(reading.Differences(new AttendanceSheet(1, new Dictionary<string, Mark>())));
        Assert.Equal((true, (Mark?)null, Mark.Present), (found.HasSigned, found.Mark, found.Right));
    }

    [Fact]
    public void Read_WithNotesOnly_KeepsTheSignaturesAndTheOtherNotes()
    {
        (_, SheetReading first) = Read(Held, null, [1, 3], (2, "Quên ký."));
        (_, SheetReading second) = Read(Held, first, null, (3, "Ký hộ."));
        Assert.Equal(first.Signers, second.Signers);
        Assert.Equal(["Quên ký.", "Ký hộ."], second.Differences(Taken).OrderBy(d => d.Code).Select(d => d.Note));
        (_, SheetReading third) = Read(Held, second, null, (2, ""));
        Assert.Null(third.Differences(Taken).Single(d => d.Code == SamplePeople.Code(2)).Note);
    }

    [Fact]
    public void Read_WhereADifferenceIsSettled_ForgetsItsNote()
    {
        (_, SheetReading first) = Read(Held, null, [1], (2, "Quên ký."));
        (_, SheetReading second) = Read(Held, first, [1, 2]);
        Assert.Empty(second.Notes);
    }

    [Fact]
    public void Read_OfCodesThatAreNotOfTheClass_NamesThemAll()
    {
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => Read(Held, null, [1, 4], (9, "Ai?")));
        Assert.Equal([$"signers.{SamplePeople.Code(4)}", $"notes.{SamplePeople.Code(9)}"], refused.Errors.Select(e => e.Field));
    }

    [Fact]
    public void Read_WithoutSignaturesTheFirstTime_IsRefused() =>
        Assert.Equal("signers", Assert.Single(Assert.Throws<InvalidInputException>(() => Read(Held, null, null, (1, "x"))).Errors).Field);

    [Fact]
    public void Read_OutsideHoldingAndReporting_IsRefused() => Assert.All(Enum.GetValues<ClassStage>(), stage =>
    {
        TrainingClass c = SampleClass.In(stage) with { SessionCounts = Held.SessionCounts };
        RuleBrokenException? refused = Record.Exception(() => Read(c, null, [1, 2])) as RuleBrokenException;
        Assert.Equal(stage is ClassStage.Holding or ClassStage.Reporting ? null : Rule.EvidenceStage, refused?.Rule);
    });

    private static (ClassOutcome Outcome, SheetReading Reading) Read(
        TrainingClass c, SheetReading? before, int[]? signers, params (int Person, string Note)[] notes) => SheetReadingDecisions.Read(
        c, before, Taken, signers?.Select(SamplePeople.Code).ToArray(), notes.ToDictionary(n => SamplePeople.Code(n.Person), n => n.Note), Known,
        SampleClass.Lead, SampleClass.LastEnd);
}
