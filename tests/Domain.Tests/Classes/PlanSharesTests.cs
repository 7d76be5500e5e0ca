using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Seven classes for six bodies: the office deals them out, and each plans within its share.</summary>
public sealed class PlanSharesTests
{
    private const string Members = "hoi-vien-doan-vien";

    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly TrainingStream Stream = Plan.FindStream(Members)!;

    [Fact]
    public void Streams_ThatOneUnitLeadsAlone_AreNotDealtOut()
    {
        Assert.Equal(["xa-nong-thon-moi", Members, "xa-tu-to-chuc"], PlanShares.StreamsOf(Plan).Select(s => s.Id));
        Assert.Equal(
            ["mat-tran-to-quoc", "hoi-nong-dan", "hoi-phu-nu", "doan-thanh-nien", "hoi-cuu-chien-binh", "lien-doan-lao-dong"],
            PlanShares.UnitsFor(Plan, Stream).Select(u => u.Id));
    }

    [Fact]
    public void Deal_GivesEachItsShare_InThePlaceOfTheOneBefore()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 2), (Partner, 1), ("doan-thanh-nien", null));
        Assert.Equal((2, 1, 0, 1), (dealt.ShareOf(Members, Lead), dealt.ShareOf(Members, Partner), dealt.ShareOf(Members, "doan-thanh-nien"), dealt.Version));
        Assert.Null(dealt.ShareOf("xa-tu-to-chuc", Lead));
        Assert.Equal(("Mai", AnnouncedAt), (dealt.Of(Members)!.ByName, dealt.Of(Members)!.At));
        PlanShares again = Deal(dealt, (Lead, 1), (Partner, 6));
        Assert.Equal((1, 6, 2, 1), (again.ShareOf(Members, Lead), again.ShareOf(Members, Partner), again.Version, again.Streams.Count));
        Assert.Null(Deal(again, (Lead, null), (Partner, 0)).ShareOf(Members, Lead));
    }

    [Fact]
    public void Deal_MoreThanThePlanOrders_IsRefused()
    {
        Assert.Equal(("units", "shares-above-plan"), Refused([], (Lead, 4), (Partner, 4)));
        Assert.Equal(7, Deal(PlanShares.None, (Lead, 4), (Partner, 3)).Of(Members)!.Units.Sum(u => u.Classes));
    }

    [Fact]
    public void Deal_LessThanTheUnitHasPlanned_IsRefused_UnlessNothingIsDealtAnyMore()
    {
        TrainingClass[] planned = [Planned(), Planned() with { Id = new("lop-2") }, Planned() with { Id = new("lop-3"), Stage = ClassStage.Cancelled }];
        Assert.Equal(("units[0].classes", "share-below-planned"), Refused(planned, (Lead, 1), (Partner, 1)));
        Assert.Equal(2, Deal(PlanShares.None, planned, (Lead, 2), (Partner, 1)).ShareOf(Members, Lead));
        Assert.Empty(Deal(PlanShares.None, planned, (Lead, null)).Streams);
    }

    [Theory]
    [InlineData("xa-gia-cat", 1, "units[0].unitId", "unit-unknown")]
    [InlineData("khong-co", 1, "units[0].unitId", "unit-unknown")]
    [InlineData(Lead, -1, "units[0].classes", "range")]
    [InlineData(Lead, 1001, "units[0].classes", "range")]
    public void Deal_WhatCannotBe_IsRefused(string unit, int classes, string field, string code) => Assert.Equal((field, code), Refused([], (unit, classes)));

    [Fact]
    public void Deal_TheSameUnitTwice_IsRefused() => Assert.Equal(("units[1].unitId", "unit-unknown"), Refused([], (Lead, 1), (Lead, 1)));

    [Theory]
    [InlineData("khu-dan-cu-kieu-mau")]
    [InlineData("khong-co")]
    [InlineData(null)]
    public void Deal_AStreamThatIsNotToBeDealt_IsRefused(string? stream) => Assert.Equal("stream-unknown", Assert.Throws<InvalidInputException>(
        () => PlanShares.None.Deal(new ShareForm(stream, [], 0), Plan, [], [], "Mai", AnnouncedAt)).Errors[0].Code);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deal_WithoutAnyUnit_IsRefused(bool isEmpty)
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 1));
        ShareForm form = new(Members, isEmpty ? [] : null, dealt.Version);
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => dealt.Deal(form, Plan, [], [], "Mai", AnnouncedAt)).Errors);
        Assert.Equal(("units", "required"), (error.Field, error.Code));
    }

    [Fact]
    public void Deal_FromAFormOfBefore_IsRefused() => Assert.Equal(Rule.SharesChanged, Assert.Throws<RuleBrokenException>(
        () => Deal(PlanShares.None, (Lead, 1)).Deal(new ShareForm(Members, [new(Lead, 2)], 0), Plan, [], [], "Mai", AnnouncedAt)).Rule);

    [Fact]
    public void Deal_TheSameAgain_ChangesNothing()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 1), (Partner, 2));
        // A second tap: the form is of the version before.
        Assert.Same(dealt, dealt.Deal(new ShareForm(Members, [new(Lead, 1), new(Partner, 2)], 0), Plan, [], [], "Mai", AnnouncedAt.AddHours(1)));
    }

    [Fact]
    public void Plan_WithinTheShare_IsTaken_AndMoreIsRefused()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 1), (Partner, 2));
        Assert.Equal(Lead, Check(dealt, Lead).LeadUnitId);
        RuleBrokenException refused = Assert.Throws<RuleBrokenException>(() => Check(dealt, Lead, Planned()));
        Assert.Equal(Rule.ShareFull, refused.Rule);
        Assert.Equal(1, refused.Facts.Single(f => f.Name == "count").Value);
        Assert.Equal(Lead, Check(dealt, Lead, Planned() with { Stage = ClassStage.Cancelled }).LeadUnitId);
        Assert.Equal(Partner, Check(dealt, Partner, Planned()).LeadUnitId);
        Assert.Equal(Rule.ShareFull, Assert.Throws<RuleBrokenException>(() => Check(dealt, "doan-thanh-nien")).Rule);
        Assert.Equal(Lead, Check(PlanShares.None, Lead, Planned()).LeadUnitId);
    }

    [Fact]
    public void Declared_ThatTheOfficeAccepted_UsesTheShareUp_AndIsTheLeastThatCanBeDealt()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 2), (Partner, 1));
        DeclaredShare[] declared = [new(Lead, Members), new(Partner, "xa-nong-thon-moi")];
        Assert.Equal(2, dealt.UsedBy(Lead, Members, [Planned()], declared));
        Assert.Equal(Rule.ShareFull, dealt.WhyNotPlanned(Plan, Stream, Lead, [Planned()], declared)?.Rule);
        Assert.Null(dealt.WhyNotPlanned(Plan, Stream, Partner, [Planned()], declared));
        InvalidInputException below = Assert.Throws<InvalidInputException>(() => dealt.Deal(
            new ShareForm(Members, [new(Lead, 1)], dealt.Version), Plan, [Planned()], declared, "Mai", AnnouncedAt));
        Assert.Equal("share-below-planned", below.Errors[0].Code);
        ClassForm form = new() { StreamId = Members, LeadUnitId = Lead, HostUnitId = Host };
        DeclaredShare[] all = [.. Enumerable.Repeat(new DeclaredShare(Partner, Members), 7)];
        Assert.Equal(Rule.StreamFull, Assert.Throws<RuleBrokenException>(() => form.Check(new("lop-9"), Plan, [], PlanShares.None, all)).Rule);
    }

    [Fact]
    public void Declared_CountsOnlyWhatWasAccepted() => Assert.Equal(
        [new DeclaredShare(Declarations.SampleDeclared.Unit, Declarations.SampleDeclared.Stream)],
        DeclarationDecisions.SharesOf([.. Enum.GetValues<DeclarationStage>().Select(s => Declarations.SampleDeclared.Class with { Stage = s })]));

    [Fact]
    public void Transfer_AwayAndBack_FreesNothing_AndTakesNothingOfTheOther()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 1), (Partner, 1));
        TrainingClass away = LeadDecisions.Transfer(Planned(), Plan, Partner, "Nhờ giúp", Lead, AnnouncedAt.AddDays(1)).Class;
        Assert.Equal(Rule.ShareFull, dealt.WhyNotPlanned(Plan, Stream, Lead, [away], [])?.Rule);
        Assert.Null(dealt.WhyNotPlanned(Plan, Stream, Partner, [away], []));
        TrainingClass back = LeadDecisions.Transfer(away, Plan, Lead, "Trả lại", Partner, AnnouncedAt.AddDays(2)).Class;
        Assert.Equal((1, 0), (dealt.PlannedBy(Lead, Members, [back]), dealt.PlannedBy(Partner, Members, [back])));
        // Dealt anew after it, a class is its lead's of that day.
        PlanShares again = dealt.Deal(new ShareForm(Members, [new(Partner, 2)], dealt.Version), Plan, [away], [], "Mai", AnnouncedAt.AddDays(3));
        Assert.Equal((0, 1), (again.PlannedBy(Lead, Members, [away]), again.PlannedBy(Partner, Members, [away])));
    }

    [Fact]
    public void Agenda_WhereTheStreamIsDealtOut_HasTheUnitsOwnShareOnly()
    {
        PlanShares dealt = Deal(PlanShares.None, (Lead, 3), (Partner, 1));
        Assert.Equal(2, Missing(dealt, new Caller(Role.LeadUnit, Lead, "x"), Planned()));
        Assert.Null(Missing(dealt, new Caller(Role.LeadUnit, Partner, "x"), Planned() with { LeadUnitId = Partner }));
        Assert.Null(Missing(dealt, new Caller(Role.LeadUnit, "doan-thanh-nien", "x")));
        Assert.Equal(6, Missing(dealt, new Caller(Role.Administrator, Office, "x"), Planned()));
        Assert.Equal(6, Missing(PlanShares.None, new Caller(Role.LeadUnit, Partner, "x"), Planned()));
    }

    [Fact]
    public void Agenda_OfAnOpenStreamThatIsDealtOut_HasTheShare()
    {
        PlanShares dealt = PlanShares.None.Deal(new ShareForm("xa-nong-thon-moi", [new(Partner, 1)], 0), Plan, [], [], "Mai", AnnouncedAt);
        Assert.Equal(1, Missing(dealt, new Caller(Role.LeadUnit, Partner, "x"), stream: "xa-nong-thon-moi"));
        Assert.Null(Missing(PlanShares.None, new Caller(Role.LeadUnit, Partner, "x"), stream: "xa-nong-thon-moi"));
    }

    [Fact]
    public void Dealing_IsForTheCoordinationOfficeAlone()
    {
        Assert.True(new Caller(Role.Administrator, "ubnd-huyen", "x").MayDeal(Plan));
        Assert.True(new Caller(Role.LeadUnit, Office, "x").MayDeal(Plan));
        Assert.False(new Caller(Role.LeadUnit, Lead, "x").MayDeal(Plan));
        Assert.False(new Caller(Role.Committee, Office, "x").MayDeal(Plan));
    }

    private static PlanShares Deal(PlanShares before, params (string Unit, int? Classes)[] units) => Deal(before, [], units);

    private static PlanShares Deal(PlanShares before, TrainingClass[] classes, params (string Unit, int? Classes)[] units) =>
        before.Deal(new ShareForm(Members, [.. units.Select(u => new ShareLine(u.Unit, u.Classes))], before.Version), Plan, classes, [], "Mai", AnnouncedAt);

    private static (string Field, string Code) Refused(TrainingClass[] classes, params (string Unit, int? Classes)[] units)
    {
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Deal(PlanShares.None, classes, units)).Errors);
        return (error.Field, error.Code);
    }

    private static TrainingClass Check(PlanShares shares, string lead, params TrainingClass[] existing) =>
        new ClassForm { StreamId = Members, LeadUnitId = lead, HostUnitId = Host }.Check(new("lop-9"), Plan, existing, shares);

    private static int? Missing(PlanShares shares, Caller caller, TrainingClass? planned = null, string stream = Members) =>
        OfficerAgenda.Of(caller, Plan, planned is null ? [] : [planned], [], [], [], [], AnnouncedAt, shares)
            .SingleOrDefault(i => i.Kind == AgendaKind.PlanClasses && i.RecordId == stream)?.Number;
}
