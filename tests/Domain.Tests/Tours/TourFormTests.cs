using Xunit;
using static NtmServerless.Domain.Tests.Tours.SampleTour;

namespace NtmServerless.Domain.Tests.Tours;

public sealed class TourFormTests
{
    public static TheoryData<string, string, string> BadForms() => new()
    {
        { "no destination", "destination", "required" },
        { "no departure", "departsOn", "required" },
        { "departs today", "departsOn", "in-the-past" },
        { "departs too far", "departsOn", "too-far" },
        { "no return", "returnsOn", "required" },
        { "returns before", "returnsOn", "end-before-start" },
        { "returns on the last day of the calendar", "returnsOn", "too-far" },
        { "no close", "nominationsCloseAt", "required" },
        { "past close", "nominationsCloseAt", "in-the-past" },
        { "close after departure", "nominationsCloseAt", "closes-after-departure" },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void Announce_WithABadForm_NamesFieldAndCode(string what, string field, string code)
    {
        TourForm form = what switch
        {
            "no destination" => Form with { Destination = "" },
            "no departure" => Form with { DepartsOn = null },
            "departs today" => Form with { DepartsOn = new DateOnly(2024, 7, 15) },
            "departs too far" => Form with { DepartsOn = new DateOnly(2026, 7, 16), ReturnsOn = new DateOnly(2026, 7, 16) },
            "no return" => Form with { ReturnsOn = null },
            "returns before" => Form with { ReturnsOn = new DateOnly(2024, 8, 19) },
            "returns on the last day of the calendar" => Form with { ReturnsOn = DateOnly.MaxValue },
            "no close" => Form with { NominationsCloseAt = null },
            "past close" => Form with { NominationsCloseAt = Now },
            _ => Form with { NominationsCloseAt = Classes.SampleClass.At("2024-08-20 00:01") },
        };
        Assert.Contains((field, code), Errors(form));
    }

    [Theory]
    [InlineData("2024-07-16", "2024-07-16", "2024-07-16 00:00")]
    [InlineData("2026-07-15", "2026-07-15", "2024-07-15 09:01")]
    public void Announce_AtTheEndsOfWhatIsTaken_IsFine(string departs, string returns, string closes)
    {
        TourForm form = Form with
        {
            DepartsOn = DateOnly.Parse(departs, null),
            ReturnsOn = DateOnly.Parse(returns, null),
            NominationsCloseAt = SampleClass.At(closes).ToOffset(TimeSpan.FromHours(7)),
        };
        StudyTour announced = TourDecisions.Announce(Planned, form, Now).Tour;
        Assert.Equal((form.DepartsOn, form.ReturnsOn), (announced.DepartsOn, announced.ReturnsOn));
        Assert.Equal((SampleClass.At(closes), TimeSpan.Zero), (announced.NominationsCloseAt, announced.NominationsCloseAt!.Value.Offset));
    }

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Announce_TooFarAway_SaysHowFarIsTaken()
    {
        TourForm form = Form with { DepartsOn = new DateOnly(2026, 7, 16), ReturnsOn = new DateOnly(2026, 7, 16) };
        IReadOnlyList<FieldError> errors = Assert.Throws<InvalidInputException>(() => TourDecisions.Announce(Planned, form, Now)).Errors;
        Assert.Equal(["departsOn", "returnsOn"], errors.Select(e => e.Field));
        Assert.All(errors, e => Assert.Equal([("years", (object)2)], e.Facts));
    }

    [Fact]
    public void Announce_WithTheFirstDayOfTheCalendar_IsAFieldError() =>
        Assert.Contains(("departsOn", "in-the-past"), Errors(Form with { DepartsOn = DateOnly.MinValue }));

    [Fact]
    public void Announce_WithAnEmptyForm_NamesEveryField() =>
        Assert.Equal(["destination", "departsOn", "returnsOn", "nominationsCloseAt"], Errors(new TourForm()).Select(e => e.Field));

    [Fact]
    public void Member_OfTheSameNamePostAndUnit_IsOnePerson()
    {
        TourMemberForm form = new() { FullName = "Hoàng Văn Hoà", Position = "Chủ tịch", UnitId = "xa-gia-cat" };
        TourMember member = form.Check("1", SamplePlan.Plan, _ => null);
        Assert.Equal(member.PersonKey, (form with { FullName = "HOÀNG VĂN HÒA" }).Check("2", SamplePlan.Plan, _ => null).PersonKey);
        Assert.NotEqual(member.PersonKey, (form with { Position = "Phó Chủ tịch" }).Check("3", SamplePlan.Plan, _ => null).PersonKey);
        Assert.False(member.Travelled);
    }

    [Theory]
    [InlineData("0912 345 678", "+84")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Member_WithAPhone_KeepsItAsItIsRead_AndNeedsNone(string? typed, string? kept)
    {
        TourMemberForm form = new() { FullName = "Hoàng Văn A", Position = "Trưởng thôn", UnitId = "xa-gia-cat", Phone = typed };
        Assert.Equal(kept, form.Check("1", SamplePlan.Plan, _ => "+84").Phone);
    }

    [Fact]
    public void Announce_WithOneOfTheTwoDates_DoesNotCompareThem() => Assert.Equal(
        [("departsOn", "required")], Errors(Form with { DepartsOn = null }));

    [Fact]
    public void Member_WithAnEmptyOrWrongForm_NamesEveryField()
    {
        Assert.Equal(["fullName", "position", "unitId"], MemberErrors(new TourMemberForm()).Select(e => e.Field));
        TourMemberForm wrong = new() { FullName = "Hoàng Văn A", Position = "Trưởng thôn", UnitId = "khong-co", Phone = "113" };
        Assert.Equal([("unitId", "unit-unknown"), ("phone", "phone")], MemberErrors(wrong));
    }

    private static (string Field, string Code)[] Errors(TourForm form) =>
        [.. Assert.Throws<InvalidInputException>(() => TourDecisions.Announce(Planned, form, Now)).Errors.Select(e => (e.Field, e.Code))];

    private static (string Field, string Code)[] MemberErrors(TourMemberForm form) =>
        [.. Assert.Throws<InvalidInputException>(() => form.Check("1", SamplePlan.Plan, _ => null)).Errors.Select(e => (e.Field, e.Code))];
}
