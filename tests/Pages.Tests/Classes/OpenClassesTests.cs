using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Plans.Import;
using NtmServerless.Domain.Registrations;
using NtmServerless.Pages.Classes;
using NtmServerless.Testing;
using NtmServerless.Texts;
using Xunit;

namespace NtmServerless.Pages.Tests.Classes;

/// <summary>What villagers see of classes that are not held on the day that was announced.</summary>
public sealed class OpenClassesTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly Plan Plan =
        PlanImport.Read(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;
    private static readonly DateTimeOffset Announced = new(2024, 12, 10, 0, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-12-12", null)]
    [InlineData("2024-12-28", null)]
    [InlineData("2025-01-20", null)]
    [InlineData("2024-12-12", "2024-12-20")]
    public void Postponed_StaysUntilItHasNewDates_WhateverDayIsLookedFor(string today, string? from) =>
        Assert.Single(On(today, from, Class(ClassStage.Postponed)).Changed);

    [Theory]
    [InlineData("2025-01-03", 1)]
    [InlineData("2025-01-21", 0)]
    public void Moved_IntoTheNextYear_StaysUntilItsDay(string today, int shown)
    {
        Session later = new(1, Announced.AddDays(41), Announced.AddDays(41.1));
        TrainingClass moved = Class(ClassStage.Confirmed) with { TimesPostponed = 1, Sessions = [later] };
        Assert.Equal(shown, On(today, null, moved).Changed.Count);
    }

    [Fact]
    public void NotHeld_WaitsForItsDay_AndIsNotCalledPutOff()
    {
        OfferText offer = OfferText.Of(Class(ClassStage.Postponed) with { NotHeld = true }, Announced.AddDays(9), Texts);
        Assert.Equal("Chờ ngày học mới", offer.Word);
        Assert.Equal("Lớp tạm hoãn", OfferText.Of(Class(ClassStage.Postponed), Announced, Texts).Word);
    }

    private static OpenClasses On(string today, string? from, TrainingClass c) => new(
        [new ClassOfPlan(Plan, c)], new ClassSearch(null, null, from is null ? null : DateOnly.Parse(from, null), null), null,
        new DateTimeOffset(DateOnly.Parse(today, null), new TimeOnly(8, 0), TimeSpan.FromHours(7)));

    private static TrainingClass Class(ClassStage stage) => new()
    {
        Id = new("lop-1"),
        PlanId = Plan.Id,
        StreamId = "xa-tu-to-chuc",
        Number = 1,
        Title = "Trồng hồi",
        LeadUnitId = "hoi-nong-dan",
        HostUnitId = "xa-gia-cat",
        Seats = new Seats(50),
        Minimum = 1,
        Stage = stage,
        Announcement = new Announcement(null, "Nhà văn hóa xã", Announced, Announced.AddDays(2), Announced),
        Sessions = [new Session(1, Announced.AddDays(5), Announced.AddDays(5.1))],
    };
}
