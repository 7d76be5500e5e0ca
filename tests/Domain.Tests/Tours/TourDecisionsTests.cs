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

    [Fact]
    public void PostponeAndCancel_TellTheMembersWhy()
    {
        Notice postponed = TourDecisions.Postpone(In(TourStage.Confirmed), "Sạt lở").Notices[0];
        Notice cancelled = TourDecisions.Cancel(In(TourStage.Postponed), "Hết kinh phí").Notices[0];
        Assert.Equal((NoticeKind.TourPostponed, true, "Sạt lở"), (postponed.Kind, postponed.ToParticipants, postponed.Detail));
        Assert.Equal((NoticeKind.TourCancelled, true, "Hết kinh phí"), (cancelled.Kind, cancelled.ToParticipants, cancelled.Detail));
    }
}
