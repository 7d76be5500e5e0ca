using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>What the registration form keeps on the device: until it is cleared, taken, or a day old.</summary>
public sealed class DraftTests(BrowserApp app)
{
    [Fact]
    public Task Draft_AfterAReload_IsThereUntilItIsCleared() => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        await TypeAsync(visit);
        await visit.Page.ReloadAsync();
        await Expect(visit.Field("fullName")).ToHaveValueAsync("Nông Thị Lan");
        await Expect(visit.Page.Locator("[name=sex][value=female]")).ToBeCheckedAsync();
        await visit.Page.ClickAsync("[data-draft-clear]");
        await Expect(visit.Field("fullName")).ToHaveValueAsync("");
        await visit.Page.ReloadAsync();
        await Expect(visit.Field("fullName")).ToHaveValueAsync("");
    });

    [Fact]
    public Task Draft_OlderThanADay_IsForgotten() => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        await TypeAsync(visit);
        await visit.Page.EvaluateAsync("""
            () => { for (const name of Object.keys(localStorage)) {
              const draft = JSON.parse(localStorage.getItem(name));
              localStorage.setItem(name, JSON.stringify({ ...draft, at: draft.at - 25 * 60 * 60 * 1000 }));
            } }
            """);
        await visit.Page.ReloadAsync();
        await Expect(visit.Field("fullName")).ToHaveValueAsync("");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => localStorage.length"));
    });

    private async Task TypeAsync(Visit visit)
    {
        await visit.GoAsync($"/lop/{app.Year["open"]}/dang-ky");
        await visit.Field("fullName").FillAsync("Nông Thị Lan");
        await visit.Page.Locator("[name=sex][value=female]").CheckAsync();
    }
}
