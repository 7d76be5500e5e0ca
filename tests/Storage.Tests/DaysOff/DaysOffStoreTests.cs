using NtmServerless.Domain.DaysOff;
using NtmServerless.Storage.DaysOff;
using Xunit;

namespace NtmServerless.Storage.Tests.DaysOff;

/// <summary>The office's days off: two officers at once lose nothing, and another process sees what was written.</summary>
public sealed class DaysOffStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_ByManyAtOnce_KeepsEveryDay()
    {
        Office office = await Office.OpenAsync(azurite);
        DaysOffStore store = new(office.Storage, office.Time);
        Assert.Equal(OfficeDays.None, await store.FindAsync(Cancellation));
        // Mondays of 2026 that are worked otherwise.
        DateOnly[] days = [.. Enumerable.Range(0, 5).Select(i => new DateOnly(2026, 6, 1).AddDays(7 * i))];
        await Task.WhenAll(days.Select(d => new DaysOffStore(office.Storage, office.Time).ChangeAsync(
            o => o.Set(new DayForm(d, DayRule.Off, null, "Lễ hội"), "Mai", office.Time.GetUtcNow()), Cancellation)));
        OfficeDays kept = await new DaysOffStore(office.Storage, office.Time).FindAsync(Cancellation);
        Assert.Equal(days, kept.Changes.Select(c => c.Day));
        Assert.Equal(days.Length, kept.Version);
    }

    [Fact]
    public async Task Change_ThatIsRefused_ChangesNothing_AndWhatIsKnownIsForgotten()
    {
        Office office = await Office.OpenAsync(azurite);
        DaysOffStore store = new(office.Storage, office.Time);
        await store.FindAsync(Cancellation);
        await Assert.ThrowsAsync<InvalidInputException>(() => store.ChangeAsync(
            o => o.Set(new DayForm(new(2026, 4, 30), DayRule.Off, null, "Lễ"), "Mai", office.Time.GetUtcNow()), Cancellation));
        Assert.Equal(0, (await store.FindAsync(Cancellation)).Version);
        await store.ChangeAsync(o => o.Choose(warnsOfWeekends: true, movesDeadlines: false), Cancellation);
        WorkCalendar calendar = await store.CalendarAsync(Cancellation);
        Assert.Equal((true, false), (calendar.WarnsOfWeekends, calendar.MovesDeadlines));
    }
}
