using Xunit;
using static NtmServerless.Domain.Tests.Tours.SampleTour;

namespace NtmServerless.Domain.Tests.Tours;

public sealed class TourDecisionsTests
{
    private static readonly TourReport Report = new("Tốt", [], Lead, Now);

    public static TheoryData<string, TourStage[]> AllowedStages() => new()
    {
        { "announce", [TourStage.Planned, TourStage.Postponed] },
        { "add", [TourStage.Announced, TourStage.Confirmed] },
        { "remove", [TourStage.Announced, TourStage.Confirmed, TourStage.Postponed] },
        { "postpone", [TourStage.Announced, TourStage.Confirmed] },
        { "cancel", [TourStage.Planned, TourStage.Announced, TourStage.Confirmed, TourStage.Postponed] },
        { "file", [TourStage.Reporting] },
    };

    [Theory]
    [MemberData(nameof(AllowedStages))]
    public void Decision_IsTakenInItsStagesOnly(string decision, TourStage[] allowed)
    {
        foreach (TourStage stage in Enum.GetValues<TourStage>())
        {
            StudyTour t = In(stage);
            Func<object> decide = decision switch
            {
                "announce" => () => TourDecisions.Announce(t, Form, Now),
                "add" => () => TourDecisions.AddMember(t),
                "remove" => () => TourDecisions.RemoveMember(t),
                "postpone" => () => TourDecisions.Postpone(t, "Mưa"),
                "cancel" => () => TourDecisions.Cancel(t, "Thôi"),
                _ => () => TourDecisions.File(t, Report, 30),
            };
            if (allowed.Contains(stage)) Assert.NotNull(decide());
            else Assert.Equal(Rule.TourStage, Assert.Throws<RuleBrokenException>(decide).Rule);
        }
    }

    [Fact]
    public void AddMember_OfThe36th_IsRefused()
    {
        Assert.Equal(35, TourDecisions.AddMember(In(TourStage.Announced, 34)).Members);
        Assert.Equal(Rule.TourFull, Assert.Throws<RuleBrokenException>(() => TourDecisions.AddMember(In(TourStage.Announced, 35))).Rule);
    }

    [Fact]
    public void RemoveMember_BelowTheLeastOfAConfirmedTour_IsRefused()
    {
        Assert.Equal(Rule.TourMembers, Assert.Throws<RuleBrokenException>(() => TourDecisions.RemoveMember(In(TourStage.Confirmed, 30))).Rule);
        Assert.Equal(29, TourDecisions.RemoveMember(In(TourStage.Announced, 30)).Members);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void File_WithFewerThanOneOrMoreThanWereNamed_IsAFieldError(int travelled) => Assert.Equal(
        "travelled", Assert.Throws<InvalidInputException>(() => TourDecisions.File(In(TourStage.Reporting), Report, travelled)).Errors[0].Field);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void File_WithOneOrAllWhoWereNamed_ClosesTheTour(int travelled) =>
        Assert.Equal(travelled, TourDecisions.File(In(TourStage.Reporting), Report, travelled).Tour.Travelled);

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Refusal_SaysTheLimitOrTheStage()
    {
        Assert.Equal([("most", (object)35)], Assert.Throws<RuleBrokenException>(() => TourDecisions.AddMember(In(TourStage.Announced, 35))).Facts);
        Assert.Equal(
            [("least", (object)30), ("most", 35)], Assert.Throws<RuleBrokenException>(() => TourDecisions.RemoveMember(In(TourStage.Confirmed, 30))).Facts);
        Assert.Equal([("stage", (object)TourStage.Closed)], Assert.Throws<RuleBrokenException>(() => TourDecisions.Cancel(In(TourStage.Closed), "")).Facts);
        FieldError range = Assert.Single(Assert.Throws<InvalidInputException>(() => TourDecisions.File(In(TourStage.Reporting), Report, 33)).Errors);
        Assert.Equal("range", range.Code);
        Assert.Equal([("from", (object)1), ("to", 32)], range.Facts);
    }

    [Theory]
    [InlineData("van-phong", new[] { Lead, "van-phong" })]
    [InlineData(Lead, new[] { Lead })]
    public void WhatIsMissing_IsToldToTheLeadUnitAndTheOffice_EachOnce(string office, string[] told)
    {
        DateTimeOffset later = SampleClass.At("2024-12-01 09:00");
        StudyTour reporting = In(TourStage.Reporting) with { ReportAskedAt = Now };
        Assert.Equal(told, TourDecisions.CarryOut(In(TourStage.Announced, 29), TourStep.AskForMembers, office, later).Notices[0].ToUnits);
        Assert.Equal(told, TourDecisions.CarryOut(reporting, TourStep.EscalateReport, office, later).Notices[0].ToUnits);
    }

    [Fact]
    public void PostponeAndCancel_TellTheMembersWhy()
    {
        Notice postponed = TourDecisions.Postpone(In(TourStage.Confirmed), "Sạt lở").Notices[0];
        Notice cancelled = TourDecisions.Cancel(In(TourStage.Postponed), "Hết kinh phí").Notices[0];
        Assert.Equal((NoticeKind.TourPostponed, true, "Sạt lở"), (postponed.Kind, postponed.ToParticipants, postponed.Detail));
        Assert.Equal((NoticeKind.TourCancelled, true, "Hết kinh phí"), (cancelled.Kind, cancelled.ToParticipants, cancelled.Detail));
    }
}
