using Xunit;

namespace NtmServerless.Domain.Tests.Declarations;

public sealed class DeclarationFormTests
{
    [Fact]
    public void Check_OfACommune_FillsInItsStreamAndItself()
    {
        DeclaredClass d = SampleDeclared.Check(SampleDeclared.Form with { LastDay = null });
        Assert.Equal((SampleDeclared.Unit, SampleDeclared.Unit, SampleDeclared.Stream), (d.UnitId, d.HostUnitId, d.StreamId));
        Assert.Equal((d.FirstDay, 35, 15), (d.LastDay, d.Attended, d.Women));
        Assert.Equal(["ExemplaryHousehold", "Official"], d.ByAudience.Keys.Order());
        Assert.Equal(["Nùng", "Tày"], d.ByEthnicGroup.Keys.Order());
        Assert.Equal([new Spending("kinh-phi-don-vi", 2_500_000)], d.Spent);
    }

    [Fact]
    public void Check_OfAUnitThatIsNoCommune_AsksWhereItWas()
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => SampleDeclared.Check(SampleDeclared.Form, unit: "hoi-nong-dan"));
        Assert.Equal(("hostUnitId", "required"), Assert.Single(e.Errors.Select(x => (x.Field, x.Code))));
        Assert.Equal("xa-tan-lien", SampleDeclared.Check(SampleDeclared.Form with { HostUnitId = "xa-tan-lien" }, unit: "hoi-nong-dan").HostUnitId);
    }

    public static TheoryData<string, string, DeclarationForm> Wrong => new()
    {
        { "unitId", "unit-unknown", SampleDeclared.Form with { UnitId = "xa-la" } },
        { "streamId", "stream-unknown", SampleDeclared.Form with { StreamId = "khac" } },
        { "hostUnitId", "unit-unknown", SampleDeclared.Form with { HostUnitId = "hoi-nong-dan" } },
        { "place", "required", SampleDeclared.Form with { Place = " " } },
        { "title", "formula", SampleDeclared.Form with { Title = "=1+1" } },
        { "firstDay", "required", SampleDeclared.Form with { FirstDay = null } },
        { "firstDay", "outside-plan-year", SampleDeclared.Form with { FirstDay = new DateOnly(2023, 12, 14), LastDay = null } },
        { "firstDay", "in-the-future", SampleDeclared.Form with { FirstDay = new DateOnly(2024, 5, 21), LastDay = null } },
        { "lastDay", "in-the-future", SampleDeclared.Form with { LastDay = new DateOnly(2024, 5, 21) } },
        { "lastDay", "declaration-days", SampleDeclared.Form with { LastDay = new DateOnly(2024, 5, 9) } },
        { "attended", "range", SampleDeclared.Form with { Attended = 0, Women = 0, Audiences = null, EthnicGroups = null } },
        { "attended", "required", SampleDeclared.Form with { Attended = null } },
        { "women", "range", SampleDeclared.Form with { Women = 36 } },
        { "women", "required", SampleDeclared.Form with { Women = null } },
        { "audiences", "declaration-sum", SampleDeclared.Form with { Audiences = [new(Audience.Official, 34)] } },
        { "audiences[0].count", "range", SampleDeclared.Form with { Audiences = [new(Audience.Official, int.MaxValue), new(Audience.Other, int.MaxValue)] } },
        { "audiences", "too-many", SampleDeclared.Form with { Audiences = [.. Enumerable.Repeat(new AudienceCountForm(Audience.Official, null), 10)] } },
        { "audiences[0].audience", "required", SampleDeclared.Form with { Audiences = [new(null, 35), new(Audience.Official, 35)] } },
        { "ethnicGroups", "declaration-sum", SampleDeclared.Form with { EthnicGroups = [new("Tày", 36)] } },
        { "ethnicGroups[0].count", "range", SampleDeclared.Form with { EthnicGroups = [new("Tày", -1), new("Nùng", 36)] } },
        { "spent[0].amount", "range", SampleDeclared.Form with { Spent = [new("kinh-phi-don-vi", -1)] } },
        { "spent[0].sourceId", "source-unknown", SampleDeclared.Form with { Spent = [new("khac", 1)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_WhenAFieldIsWrong_NamesIt(string field, string code, DeclarationForm form) =>
        Assert.Contains((field, code), Assert.Throws<InvalidInputException>(() => SampleDeclared.Check(form)).Errors.Select(e => (e.Field, e.Code)));

    [Fact]
    public void Check_OfAGroupWrittenTwice_AddsUp()
    {
        DeclaredClass d = SampleDeclared.Check(SampleDeclared.Form with { EthnicGroups = [new("Tày", 20), new("tày", 15)] });
        Assert.Equal(new KeyValuePair<string, int>("Tày", 35), Assert.Single(d.ByEthnicGroup));
    }

    [Fact]
    public void Check_OfDaysIntoTheNextYear_IsRefused()
    {
        DeclarationForm form = SampleDeclared.Form with { FirstDay = new DateOnly(2024, 12, 30), LastDay = new DateOnly(2025, 1, 2) };
        Assert.Equal("lastDay outside-plan-year", Assert.Single(Assert.Throws<InvalidInputException>(() => form.Check(
            new DeclarationId("khai-1"), SampleDeclared.Unit, SamplePlan.Plan, [], [], SampleClass.At("2025-02-01 09:00"))).Errors
            .Select(e => $"{e.Field} {e.Code}")));
    }

    [Fact]
    public void Check_WhenAClassIsThereOnTheSameDays_AsksAndKeepsTheAnswer()
    {
        TrainingClass there = SampleClass.Registering() with
        {
            HostUnitId = SampleDeclared.Unit,
            Sessions = [new Session(1, SampleClass.At("2024-05-11 07:30"), SampleClass.At("2024-05-11 11:30"))],
        };
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => SampleDeclared.Check(SampleDeclared.Form, [there]));
        Assert.Equal(("isOther", "declaration-same"), Assert.Single(e.Errors.Select(x => (x.Field, x.Code))));
        Assert.Equal([there.Id.Value], SampleDeclared.Check(SampleDeclared.Form with { IsOther = true }, [there]).OtherThanIds);
        Assert.Empty(SampleDeclared.Check(SampleDeclared.Form, [there with { Stage = ClassStage.Cancelled }]).OtherThanIds);
        Assert.Empty(SampleDeclared.Check(SampleDeclared.Form, [there with { HostUnitId = "xa-tan-lien" }]).OtherThanIds);
    }

    [Fact]
    public void Check_WhenTheSameWasDeclaredBefore_Asks_UnlessItWasWithdrawn()
    {
        DeclaredClass before = SampleDeclared.Class with { Id = new("khai-0") };
        Assert.Throws<InvalidInputException>(() => SampleDeclared.Check(SampleDeclared.Form, declared: [before]));
        Assert.Empty(SampleDeclared.Check(SampleDeclared.Form, declared: [before with { Stage = DeclarationStage.Withdrawn }]).OtherThanIds);
    }
}
