using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>Looking for anything begins on whatever page an officer is.</summary>
public sealed class HeaderSearchTests(BrowserApp app)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Search_FromAnyPageOfADesk_FindsWithoutNamingAnybodyInTheAddress(bool scripts) => app.AsAsync(
        Size.Desktop, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync("/can-bo/bao-cao");
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.querySelector('.top').offsetHeight"), 1, 64);
            ILocator words = visit.Page.Locator("header [name=tim]");
            await words.FillAsync("hoang thi huong");
            await words.PressAsync("Enter");
            await visit.ArrivesAsync("/can-bo/tim\\?");
            Assert.DoesNotContain("hoang", visit.Page.Url, StringComparison.OrdinalIgnoreCase);
            await Expect(visit.Page.Locator("main .list a").First).ToBeVisibleAsync();
        },
        scripts);

    [Fact]
    public Task Search_OnAPhone_IsTheFirstEntryOfTheMenu() => app.AsAsync(Size.Phone, Who.Commune, async visit =>
    {
        await visit.GoAsync("/can-bo");
        await visit.Page.ClickAsync(".bar summary");
        await visit.Page.Locator(".sheet a").First.ClickAsync();
        await visit.ArrivesAsync("/can-bo/tim$");
    });
}
