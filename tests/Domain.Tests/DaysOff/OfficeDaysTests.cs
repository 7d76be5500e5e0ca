using Xunit;

namespace NtmServerless.Domain.Tests.DaysOff;

/// <summary>The office corrects days; dates and deadlines go by its word.</summary>
public sealed class OfficeDaysTests
{
    private static readonly DateTimeOffset Now = SampleClass.At("2024-03-01 09:00");

    [Fact]
    public void Set_ADayOff_IsOffFromThen()
    {
        OfficeDays office = Set(new DayForm(new(2024, 8, 12), DayRule.Off, null, "Lễ hội xã"));
        WorkCalendar calendar = new(office);
        Assert.Equal(new DayOff(new(2024, 8, 12), Holiday.Own, "Lễ hội xã"), calendar.HolidayOn(new(2024, 8, 12)));
        Assert.Equal((false, new DateOnly(2024, 8, 13), 1), (calendar.IsWorking(new(2024, 8, 12)), calendar.WorkingFrom(new(2024, 8, 10)), office.Version));
        Assert.Equal(("Lê Thị Mai", Now), (office.Changes[0].ByName, office.Changes[0].At));
    }

    [Fact]
    public void Set_TheSameAgain_ChangesNothing()
    {
        DayForm form = new(new(2024, 8, 12), DayRule.Off, new(2024, 8, 17), "Hoán đổi");
        OfficeDays office = Set(form);
        Assert.Same(office, office.Set(form, "Người khác", Now.AddHours(1)));
    }

    [Fact]
    public void Set_AHolidayStruckOut_IsWorked_UntilItIsAsTheLawHasItAgain()
    {
        OfficeDays struck = Set(new DayForm(new(2024, 4, 29), DayRule.Worked, null, "Tỉnh không hoán đổi"));
        Assert.True(new WorkCalendar(struck).IsWorking(new(2024, 4, 29)));
        Assert.Null(new WorkCalendar(struck).HolidayOn(new(2024, 4, 29)));
        OfficeDays again = struck.Set(new DayForm(new(2024, 4, 29), DayRule.ByLaw, null, null), "Lê Thị Mai", Now);
        Assert.False(new WorkCalendar(again).IsWorking(new(2024, 4, 29)));
        Assert.Equal((0, 2), (again.Changes.Count, again.Version));
    }

    [Fact]
    public void Set_ADayMadeUpOnASaturday_SwapsBoth()
    {
        WorkCalendar calendar = new(Set(new DayForm(new(2024, 8, 12), DayRule.Off, new(2024, 8, 17), "Hoán đổi")));
        Assert.Equal((false, true), (calendar.IsWorking(new(2024, 8, 12)), calendar.IsWorking(new(2024, 8, 17))));
        Assert.Contains(new DateOnly(2024, 8, 17), calendar.WorkedOf(2024));
        Assert.DoesNotContain(calendar.HolidaysOf(2024), d => d.Day == new DateOnly(2024, 8, 17));
    }

    [Fact]
    public void Set_TheSameDayAgainWithADayMadeUp_IsWorkedOnThatOne_InThePlaceOfTheOneBefore()
    {
        OfficeDays office = Set(new DayForm(new(2024, 8, 12), DayRule.Off, null, "Hoán đổi"));
        foreach (DateOnly saturday in new DateOnly[] { new(2024, 8, 17), new(2024, 8, 24) })
        {
            office = office.Set(new DayForm(new(2024, 8, 12), DayRule.Off, saturday, "Hoán đổi"), "Lê Thị Mai", Now);
            Assert.Equal([new(2024, 8, 12), saturday], office.Changes.Select(c => c.Day));
            Assert.True(new WorkCalendar(office).IsWorking(saturday));
        }
    }

    [Theory]
    [InlineData(DayRule.ByLaw, null)]
    [InlineData(DayRule.Off, "Lý do khác")]
    public void Set_ASwappedDayAnew_TakesItsSaturdayBack(DayRule rule, string? reason)
    {
        OfficeDays office = Set(new DayForm(new(2024, 8, 12), DayRule.Off, new(2024, 8, 17), "Hoán đổi"));
        office = office.Set(new DayForm(new(2024, 8, 12), rule, null, reason), "Lê Thị Mai", Now);
        Assert.False(new WorkCalendar(office).IsWorking(new(2024, 8, 17)));
        Assert.Equal(rule == DayRule.ByLaw, new WorkCalendar(office).IsWorking(new(2024, 8, 12)));
    }

    // A swap of the version before, which did not keep what the Saturday is worked for.
    [Fact]
    public void Set_AnOldSwapAnew_TakesItsSaturdayBackToo()
    {
        OfficeDays office = Set(new DayForm(new(2024, 8, 12), DayRule.Off, new(2024, 8, 17), "Hoán đổi"));
        office = office with { Changes = [.. office.Changes.Select(c => c with { For = null })] };
        Assert.Equal(new DateOnly(2024, 8, 12), office.OffFor(office.Changes[1]));
        office = office.Set(new DayForm(new(2024, 8, 12), DayRule.ByLaw, null, null), "Lê Thị Mai", Now);
        Assert.Empty(office.Changes);
    }

    [Fact]
    public void Set_ASwapOfTheLawStruckOut_TakesItsSaturdayBack()
    {
        OfficeDays office = Set(new DayForm(new(2024, 4, 29), DayRule.Worked, null, "Tỉnh không hoán đổi"));
        Assert.False(new WorkCalendar(office).IsWorking(new(2024, 5, 4)));
        Assert.DoesNotContain(new DateOnly(2024, 5, 4), new WorkCalendar(office).WorkedOf(2024));
        office = office.Set(new DayForm(new(2024, 4, 29), DayRule.ByLaw, null, null), "Lê Thị Mai", Now);
        Assert.True(new WorkCalendar(office).IsWorking(new(2024, 5, 4)));
    }

    [Theory]
    [InlineData("2024-04-30", DayRule.Off, null, "x", "day", "day-off-already")]
    [InlineData("2024-08-17", DayRule.Off, null, "x", "day", "day-off-already")]
    [InlineData("2024-08-12", DayRule.Worked, null, "x", "day", "day-worked-already")]
    [InlineData("2024-05-04", DayRule.Worked, null, "x", "day", "day-worked-already")]
    [InlineData("2024-08-12", DayRule.ByLaw, null, null, "day", "day-by-law-already")]
    [InlineData("2024-08-12", DayRule.Off, "2024-08-13", "x", "madeUpOn", "day-worked-already")]
    [InlineData("2024-08-12", DayRule.Off, "2024-08-12", "x", "madeUpOn", "day-made-up-on-another-day")]
    [InlineData("2024-04-30", DayRule.Worked, "2024-05-05", "x", "madeUpOn", "day-made-up-for-a-day-off")]
    [InlineData("1999-08-12", DayRule.Off, null, "x", "day", "day-out-of-reach")]
    [InlineData("2024-08-12", DayRule.Off, null, " ", "reason", "required")]
    [InlineData(null, DayRule.Off, null, "x", "day", "required")]
    [InlineData("2024-08-12", null, null, "x", "rule", "required")]
    public void Set_WhatCannotBe_IsRefused(string? day, DayRule? rule, string? madeUp, string? reason, string field, string code)
    {
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Set(new DayForm(Day(day), rule, Day(madeUp), reason))).Errors);
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void Set_MoreThanAnyOfficeSets_IsRefused()
    {
        DateOnly first = new(2030, 1, 1);
        DayChange[] many = [.. Enumerable.Range(0, OfficeDays.MostChanges).Select(i => new DayChange(first.AddDays(i), DayRule.Off, "x", Now, "y"))];
        Assert.Equal("days-too-many", Assert.Throws<InvalidInputException>(
            () => new OfficeDays(many).Set(new DayForm(new(2024, 8, 12), DayRule.Off, null, "x"), "y", Now)).Errors[0].Code);
    }

    [Theory]
    [InlineData("2024-02-07", 1, "2024-02-15")]
    [InlineData("2024-04-17", 1, "2024-04-19")]
    [InlineData("2024-05-03", 1, "2024-05-04")]
    [InlineData("2024-08-30", 1, "2024-09-04")]
    [InlineData("2024-12-15", 5, "2024-12-20")]
    [InlineData("2024-12-15", 0, "2024-12-15")]
    public void After_CountsDaysThatAreWorked(string day, int count, string wanted) =>
        Assert.Equal(Day(wanted), WorkCalendar.OfTheLaw.After(Day(day)!.Value, count));

    [Fact]
    public void Due_OnADayOff_MovesUnlessTheOfficeWantsItToStay()
    {
        Assert.Equal(new DateOnly(2024, 9, 4), WorkCalendar.OfTheLaw.Due(new(2024, 8, 31)));
        Assert.Equal(new DateOnly(2024, 8, 30), WorkCalendar.OfTheLaw.Due(new(2024, 8, 30)));
        OfficeDays stays = OfficeDays.None.Choose(warnsOfWeekends: false, movesDeadlines: false);
        Assert.Equal((new DateOnly(2024, 8, 31), 1), (new WorkCalendar(stays).Due(new(2024, 8, 31)), stays.Version));
        Assert.Equal(new DateOnly(2024, 8, 30), WorkCalendar.OfTheLaw.WorkingBefore(new(2024, 9, 4)));
    }

    private static OfficeDays Set(DayForm form) => OfficeDays.None.Set(form, "Lê Thị Mai", Now);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, null);
}
