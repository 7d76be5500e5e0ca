using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports.Answers;

/// <summary>What a unit answers: negative figures are refused, odd ones asked back, and one tap is enough for nothing.</summary>
public sealed class UnitAnswerTests
{
    private const string Unit = "xa-gia-cat";
    private static readonly Dictionary<CommunicationChannel, int> Logged = new() { [CommunicationChannel.Broadcast] = 12, [CommunicationChannel.Poster] = 2 };

    [Fact]
    public void AsRecorded_IsOneTap()
    {
        UnitAnswer answer = Check(new() { AsRecorded = true, OwnClasses = -5, Spent = [new("x", -1)] });
        Assert.True(answer.AddsNothing);
        Assert.Equal([new(CommunicationChannel.Broadcast, 12, 12), new(CommunicationChannel.Poster, 2, 2)], answer.Counts);
    }

    [Fact]
    public void AsRecorded_WithAnEntryThatIsOdd_IsAskedBackOnItsField()
    {
        Dictionary<CommunicationChannel, int> odd = new() { [CommunicationChannel.Broadcast] = 9_999 };
        UnitAnswer Answer(UnitAnswerForm form) =>
            form.Check(SampleReport.Asked, SamplePlan.Plan, Unit, odd, [], new Actor("Cán bộ", Unit), SampleReport.AskedAt);
        UnitAnswerForm oneTap = new() { AsRecorded = true };
        Assert.Contains($"counts[{(int)CommunicationChannel.Broadcast}].count", Assert.Throws<InvalidInputException>(() => Answer(oneTap)).Errors.Select(e => e.Field));
        Assert.Equal("Tuần lễ cao điểm.", Answer(oneTap with { Confirmed = true, Explanation = "Tuần lễ cao điểm." }).Explanation);
    }

    [Fact]
    public void WhatIsLeftOut_IsAsTheLogSays()
    {
        UnitAnswer answer = Check(new() { Counts = [new(CommunicationChannel.Broadcast, null), new(CommunicationChannel.NewsItem, 3)], Difficulties = "Mất điện." });
        Assert.Equal([(12, 0), (3, 3), (2, 0)], answer.Counts.Select(c => (c.Said, c.Difference)));
        Assert.False(answer.AddsNothing);
    }

    [Theory]
    [InlineData("counts[0].count")]
    [InlineData("ownClasses")]
    [InlineData("ownPeople")]
    [InlineData("spent[0].amount")]
    public void Negative_IsRefused_ConfirmedOrNot(string field)
    {
        UnitAnswerForm form = field switch
        {
            "ownClasses" => new() { OwnClasses = -1 },
            "ownPeople" => new() { OwnPeople = -1 },
            "spent[0].amount" => new() { Spent = [new(SamplePlan.Plan.Funding!.Sources[0].Id, -1)] },
            _ => new() { Counts = [new(CommunicationChannel.Broadcast, -1)] },
        };
        Assert.Equal([(field, "range")], Refused(form with { Confirmed = true, Explanation = "Đúng" }));
    }

    [Theory]
    [InlineData(11, "answer-below-log")]
    [InlineData(1_300, "answer-far-above-anything")]
    [InlineData(130, "answer-far-above-usual")]
    public void Odd_IsAskedBack_AndKeptWithConfirmationAndReason(int said, string code)
    {
        UnitAnswerForm form = new() { Counts = [new(CommunicationChannel.Broadcast, said)] };
        Assert.Equal([("counts[0].count", code), ("confirmed", "answer-confirm"), ("explanation", "answer-explain")], Refused(form));
        Assert.Equal([("explanation", "answer-explain")], Refused(form with { Confirmed = true }));
        UnitAnswer kept = Check(form with { Confirmed = true, Explanation = "Tuần lễ cao điểm." });
        Assert.Equal((said, 1), (kept.Counts[0].Said, Assert.Single(kept.Questions).Said == said ? 1 : 0));
        Assert.Equal(1, kept.ToHead().Questions);
    }

    [Fact]
    public void TenTimesTheUsual_IsNotOddYet_AndWithoutFormerAnswersNothingIsUnusual()
    {
        Assert.Empty(Check(new() { Counts = [new(CommunicationChannel.Broadcast, 120)] }).Questions);
        Assert.Empty(Check(new() { Counts = [new(CommunicationChannel.Broadcast, 900)] }, former: []).Questions);
    }

    // The report is on thirty days, of which each has at most forty items.
    [Theory]
    [InlineData(1_200, null)]
    [InlineData(1_201, "answer-far-above-anything")]
    public void MoreThanFortyADay_IsAskedBack(int said, string? code)
    {
        UnitAnswerForm form = new() { Counts = [new(CommunicationChannel.Conference, said)] };
        string? asked = (Record.Exception(() => Check(form, former: [])) as InvalidInputException)?.Errors[0].Code;
        Assert.Equal(code, asked);
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, "answer-far-above-usual")]
    public void BelowTwenty_NothingIsUnusual(int said, string? code)
    {
        UnitAnswerForm form = new() { Counts = [new(CommunicationChannel.Conference, said)] };
        string? asked = (Record.Exception(() => Check(form)) as InvalidInputException)?.Errors[0].Code;
        Assert.Equal(code, asked);
    }

    /// <remarks>The texts that ask back name these facts.</remarks>
    [Fact]
    public void Odd_IsAskedBack_WithWhatWasSaidAndWhatItIsHeldAgainst()
    {
        FieldError error = Assert.Throws<InvalidInputException>(() => Check(new() { Counts = [new(CommunicationChannel.Broadcast, 130)] })).Errors[0];
        Assert.Equal([("said", (object)130L), ("compared", 12L)], error.Facts);
    }

    [Fact]
    public void LessThanTheLog_ConfirmedAsNothing_IsKept()
    {
        UnitAnswer kept = Check(new() { Counts = [new(CommunicationChannel.Broadcast, 0)], Confirmed = true, Explanation = "Ghi nhầm." });
        Assert.Equal([new(CommunicationChannel.Broadcast, 0, 12), new(CommunicationChannel.Poster, 2, 2)], kept.Counts);
        Assert.Equal([new("Poster", 2)], kept.ToHead().Said);
    }

    [Fact]
    public void WhatTheFormLeavesOut_FollowsInTheOrderOfTheChannels()
    {
        Dictionary<CommunicationChannel, int> logged = new() { [CommunicationChannel.Poster] = 2, [CommunicationChannel.Broadcast] = 12 };
        UnitAnswer answer = new UnitAnswerForm { Counts = [new(CommunicationChannel.Other, 1)] }.Check(
            SampleReport.Asked, SamplePlan.Plan, Unit, logged, [], new Actor("x", Unit), SampleReport.AskedAt);
        Assert.Equal([CommunicationChannel.Other, CommunicationChannel.Broadcast, CommunicationChannel.Poster], answer.Counts.Select(c => c.Channel));
    }

    [Fact]
    public void TooLongTexts_AreRefusedEachAtItsField()
    {
        UnitAnswerForm form = new()
        {
            Difficulties = new string('x', 3_001),
            Proposals = new string('x', 3_001),
            Note = new string('x', 1_001),
            Explanation = new string('x', 1_001),
        };
        Assert.Equal(["explanation", "difficulties", "proposals", "note"], Refused(form).Select(e => e.Item1));
    }

    [Fact]
    public void ACountWithoutItsChannel_IsRefused() =>
        Assert.Equal([("counts[0].channel", "required")], Refused(new() { Counts = [new(null, 3)] }));

    [Fact]
    public void EveryChannelOnce_IsTheMostThatIsTaken()
    {
        ChannelCountForm[] all = [.. Enum.GetValues<CommunicationChannel>().Select(c => new ChannelCountForm(c, null))];
        Assert.Empty(Check(new() { Counts = all }).Questions);
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(new() { Counts = [.. all, all[0]] })).Errors);
        Assert.Equal(("counts", "too-many"), (error.Field, error.Code));
        Assert.Equal([("most", (object)all.Length)], error.Facts);
    }

    [Fact]
    public void TenThousandClasses_AreTheMostThatIsTaken_AndTheRefusalSaysSo()
    {
        Assert.Equal(10_000, Check(new() { OwnClasses = 10_000, OwnPeople = 1_000_000 }).OwnClasses);
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(new() { OwnClasses = 10_001 })).Errors);
        Assert.Equal(("ownClasses", "range"), (error.Field, error.Code));
        Assert.Equal([("from", (object)0), ("to", 10_000)], error.Facts);
        Assert.Equal([("ownPeople", "range")], Refused(new() { OwnClasses = 10_000, OwnPeople = 1_000_001 }));
    }

    [Theory]
    [InlineData(3, 2, "answer-fewer-people")]
    [InlineData(0, 5, "answer-too-many-people")]
    [InlineData(1, 301, "answer-too-many-people")]
    public void OwnClasses_WithPeopleThatDoNotFit_AreAskedBack(int classes, int people, string code) =>
        Assert.Contains(("ownPeople", code), Refused(new() { OwnClasses = classes, OwnPeople = people }));

    [Fact]
    public void MuchMoney_IsAskedBack() => Assert.Contains(
        ("spent[0].amount", "answer-much-money"), Refused(new() { Spent = [new(SamplePlan.Plan.Funding!.Sources[0].Id, 2_000_000_001)] }));

    [Fact]
    public void TwoThousandMillions_AreNotMuchYet_AndASourceWithoutAnAmountIsNotKept()
    {
        string source = SamplePlan.Plan.Funding!.Sources[0].Id;
        Assert.Equal([new(source, 2_000_000_000)], Check(new() { Spent = [new(source, 2_000_000_000), new(source, null), new(source, 0)] }).Spent);
    }

    [Fact]
    public void OneChannelTwice_IsRefused() => Assert.Contains(
        ("counts[1].channel", "answer-channel-twice"), Refused(new() { Counts = [new(CommunicationChannel.Poster, 2), new(CommunicationChannel.Poster, 3)] }));

    [Fact]
    public void AnsweringTwice_Replaces_AndAfterClosingItIsRefused()
    {
        PeriodicReport once = SampleReport.Answered(SampleReport.Asked, Unit);
        UnitAnswer second = SampleReport.AnswerTo(once, Unit);
        PeriodicReport twice = ReportDecisions.Answer(once, second).Report;
        Assert.Equal(2, Assert.Single(twice.Answers).Revision);
        foreach (ReportStage closed in (ReportStage[])[ReportStage.Submitted, ReportStage.Approved])
        {
            Assert.Equal(Rule.ReportClosedForAnswers, Assert.Throws<RuleBrokenException>(
                () => ReportDecisions.Answer(once with { Stage = closed }, second)).Rule);
        }
    }

    [Fact]
    public void AUnitThatOwesNothing_IsToldSo() => Assert.Equal(
        Rule.ReportNotOwed, Assert.Throws<RuleBrokenException>(() => SampleReport.Answered(SampleReport.Asked, "xa-hai-yen")).Rule);

    [Fact]
    public void Stated_HoldsTheAnswersAgainstTheLogOfNow()
    {
        UnitAnswer answer = Check(new() { Counts = [new(CommunicationChannel.Broadcast, 15)], OwnClasses = 1, OwnPeople = 40, Spent = [new(SamplePlan.Plan.Funding!.Sources[0].Id, 5_000_000)] });
        StatedByUnit stated = Assert.Single(StatedByUnit.Of([answer], new Dictionary<(string, CommunicationChannel), int>
        {
            [(Unit, CommunicationChannel.Broadcast)] = 14,
            [(Unit, CommunicationChannel.Poster)] = 2,
        }));
        Assert.Equal(1, Assert.Single(stated.Differences).Difference);
        Assert.Equal((1, 40, 5_000_000), (stated.OwnClasses, stated.OwnPeople, stated.Spent.Sum(s => s.Amount)));
        Assert.Empty(StatedByUnit.Of([Check(new() { AsRecorded = true })], new Dictionary<(string, CommunicationChannel), int>
        {
            [(Unit, CommunicationChannel.Broadcast)] = 12,
            [(Unit, CommunicationChannel.Poster)] = 2,
        }));
    }

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("difference", true)]
    [InlineData("classes", true)]
    [InlineData("people", true)]
    [InlineData("money", true)]
    [InlineData("question", true)]
    public void Stated_NamesAUnitForEachThingThatGoesBeyondTheRecords(string beyond, bool named)
    {
        UnitAnswer answer = beyond switch
        {
            "difference" => Plain with { Counts = [new(CommunicationChannel.Poster, 3, 2)] },
            "classes" => Plain with { OwnClasses = 1 },
            "people" => Plain with { OwnPeople = 1 },
            "money" => Plain with { Spent = [new("ngan-sach", 1)] },
            "question" => Plain with { Questions = [new AnswerQuestion(AnswerDoubt.FarAboveUsual, "counts[0].count", 130, 12)] },
            _ => Plain with { Spent = [new("ngan-sach", 0)] },
        };
        Assert.Equal(named, StatedByUnit.Of([answer], new Dictionary<(string, CommunicationChannel), int>
        {
            [(Unit, CommunicationChannel.Poster)] = 2,
        }).Count == 1);
        Assert.Equal(!named || beyond == "question", answer.AddsNothing);
    }

    [Fact]
    public void AddsNothing_IsNotSaidOfAnAnswerWithWords()
    {
        Assert.True(Plain.AddsNothing);
        Assert.False((Plain with { Difficulties = "Mất điện." }).AddsNothing);
        Assert.False((Plain with { Proposals = "Thêm loa." }).AddsNothing);
        Assert.False((Plain with { Note = "Đã gửi." }).AddsNothing);
        Assert.False((Plain with { Counts = [.. Plain.Counts, new(CommunicationChannel.Other, 1, 0)] }).AddsNothing);
    }

    [Fact]
    public void Stated_IsInTheOrderOfTheUnits()
    {
        UnitAnswer[] answers = [Plain with { UnitId = "xa-b", OwnClasses = 1 }, Plain with { UnitId = "xa-a", OwnClasses = 1 }];
        Assert.Equal(["xa-a", "xa-b"], StatedByUnit.Of(answers, new Dictionary<(string, CommunicationChannel), int>()).Select(s => s.UnitId));
    }

    [Fact]
    public void Logged_AddsUpTheDays_ByUnitAndChannel()
    {
        CommunicationDay[] days =
        [
            new(new(2024, 5, 1), [new(Unit, CommunicationChannel.Poster, 2), new("xa-phu-xa", CommunicationChannel.Poster, 9)]),
            new(new(2024, 5, 2), [new(Unit, CommunicationChannel.Poster, 3), new(Unit, CommunicationChannel.Broadcast, 1)]),
        ];
        Assert.Equal(
            new Dictionary<CommunicationChannel, int> { [CommunicationChannel.Poster] = 5, [CommunicationChannel.Broadcast] = 1 }, LoggedCounts.Of(days, Unit));
        Assert.Equal(
            new Dictionary<(string, CommunicationChannel), int>
            {
                [(Unit, CommunicationChannel.Poster)] = 5,
                [("xa-phu-xa", CommunicationChannel.Poster)] = 9,
                [(Unit, CommunicationChannel.Broadcast)] = 1,
            },
            StatedByUnit.Logged(days));
    }

    private static UnitAnswer Plain => new()
    {
        PlanId = SamplePlan.Plan.Id,
        ReportId = SampleReport.Asked.Id,
        UnitId = Unit,
        Revision = 1,
        Counts = [new(CommunicationChannel.Poster, 2, 2)],
        By = new Actor("Cán bộ", Unit),
        AnsweredAt = SampleReport.AskedAt,
    };

    private static UnitAnswer Check(UnitAnswerForm form, AnswerHead[]? former = null) => form.Check(
        SampleReport.Asked, SamplePlan.Plan, Unit, Logged, former ?? [Former(10), Former(14)], new Actor("Cán bộ", Unit), SampleReport.AskedAt);

    private static AnswerHead Former(int broadcasts) =>
        new(Unit, 1, SampleReport.AskedAt, 0, true, new Dictionary<string, int> { ["Broadcast"] = broadcasts });

    private static (string, string)[] Refused(UnitAnswerForm form) =>
        [.. Assert.Throws<InvalidInputException>(() => Check(form)).Errors.Select(e => (e.Field, e.Code))];
}
