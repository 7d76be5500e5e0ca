using Xunit;

namespace NtmServerless.Domain.Tests.Communication;

public sealed class ActivityFormTests
{
    private static readonly DateTimeOffset Now = SampleClass.At("2024-05-02 00:30");

    private static readonly ActivityForm Good = new()
    {
        Channel = CommunicationChannel.Broadcast,
        Date = new DateOnly(2024, 5, 2),
        Subject = "Phát thanh về vườn mẫu",
    };

    [Fact]
    public void Check_OfTheLeastForm_IsOneItemOfTheCallersUnit()
    {
        CommunicationActivity activity = Check(Good);
        Assert.Equal(("xa-gia-cat", 1, null, Now), (activity.UnitId, activity.Count, activity.Note, activity.LoggedAt));
    }

    public static TheoryData<string, string, string> BadForms() => new()
    {
        { "unknown unit", "unitId", "unit-unknown" },
        { "no channel", "channel", "required" },
        { "no date", "date", "required" },
        { "tomorrow", "date", "in-the-future" },
        { "last year", "date", "outside-plan-year" },
        { "first day of the calendar", "date", "outside-plan-year" },
        { "no subject", "subject", "required" },
        { "none", "count", "range" },
        { "too many", "count", "range" },
        { "long note", "note", "too-long" },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void Check_OfABadForm_NamesFieldAndCode(string what, string field, string code)
    {
        ActivityForm form = what switch
        {
            "unknown unit" => Good with { UnitId = "khong-co" },
            "no channel" => Good with { Channel = null },
            "no date" => Good with { Date = null },
            "tomorrow" => Good with { Date = new DateOnly(2024, 5, 3) },
            "last year" => Good with { Date = new DateOnly(2023, 12, 14) },
            "first day of the calendar" => Good with { Date = DateOnly.MinValue },
            "no subject" => Good with { Subject = " " },
            "none" => Good with { Count = 0 },
            "too many" => Good with { Count = 10_001 },
            _ => Good with { Note = new string('a', 1_001) },
        };
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(form)).Errors);
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void Check_OfADateAfterThePlansYear_IsRefused() => Assert.Equal("outside-plan-year", Assert.Throws<InvalidInputException>(
        () => (Good with { Date = new DateOnly(2025, 1, 1) }).Check("a", "xa-gia-cat", SamplePlan.Plan, SampleClass.At("2025-02-01 08:00"))).Errors[0].Code);

    [Fact]
    public void Check_OfTheFirstDayOfTheReportingYear_IsTaken() =>
        Assert.Equal(new DateOnly(2023, 12, 15), Check(Good with { Date = new DateOnly(2023, 12, 15) }).Date);

    [Fact]
    public void Day_AddsUpByUnitAndChannel()
    {
        CommunicationDay day = new(new DateOnly(2024, 5, 2), []);
        day = day.Add(Check(Good)).Add(Check(Good with { Count = 3 })).Add(Check(Good with { Channel = CommunicationChannel.Poster }))
            .Add(Check(Good with { UnitId = "xa-tan-lien" }));
        Assert.Equal(
            [("xa-gia-cat", CommunicationChannel.Broadcast, 4), ("xa-gia-cat", CommunicationChannel.Poster, 1), ("xa-tan-lien", CommunicationChannel.Broadcast, 1)],
            day.Counts.Select(c => (c.UnitId, c.Channel, c.Count)).Order());
    }

    private static CommunicationActivity Check(ActivityForm form) => form.Check("a", "xa-gia-cat", SamplePlan.Plan, Now);
}
