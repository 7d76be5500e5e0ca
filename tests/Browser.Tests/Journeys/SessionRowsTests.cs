using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>The sessions of an announcement: those that are proposed are seen, the others wait behind a button.</summary>
public sealed class SessionRowsTests(BrowserApp app)
{
    private const string Page = "/can-bo/lop/{planned}/thong-bao";
    private const int WithoutScripts = 6;

    [Fact]
    public Task Rows_WhereNobodyFilledThem_WaitBehindTheButton_AndADraftBringsThemBack() => app.AsAsync(
        Size.Phone, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(app.Year.Path(Page));
            await Expect(Rows(visit)).ToHaveCountAsync(2);
            await Button(visit).ClickAsync();
            await Expect(visit.Field("sessions[2].date")).ToBeFocusedAsync();
            await visit.Field("sessions[2].date").FillAsync("2024-06-11");
            await visit.Page.ReloadAsync();
            await Expect(Rows(visit)).ToHaveCountAsync(3);
            for (int row = 4; row <= WithoutScripts + 1; row++) await Button(visit).ClickAsync();
            await Expect(Rows(visit)).ToHaveCountAsync(WithoutScripts + 1);
            await Expect(visit.Field($"sessions[{WithoutScripts}].from")).ToBeVisibleAsync();
        });

    [Fact]
    public Task Rows_WithoutScripts_AreAllThere() => app.AsAsync(
        Size.Phone, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(app.Year.Path(Page));
            await Expect(Rows(visit)).ToHaveCountAsync(WithoutScripts);
            await Expect(Button(visit)).ToBeHiddenAsync();
        },
        scripts: false);

    private static ILocator Rows(Visit visit) => visit.Page.Locator(".rows > fieldset:visible");

    private static ILocator Button(Visit visit) => visit.Page.Locator("[data-add-row]");
}
