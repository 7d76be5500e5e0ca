using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>An officer signs in and out.</summary>
public sealed class SignInTests(BrowserApp app)
{
    [Theory]
    [InlineData(Size.Phone, true)]
    [InlineData(Size.Desktop, false)]
    public Task SignIn_WithNameAndPassword_OpensHome(Size size, bool scripts) => app.AsAsync(size, Who.Villager, async visit =>
    {
        Account account = app.AccountOf(Who.CultureOffice);
        await visit.GoAsync("/can-bo");
        await visit.ArrivesAsync("/dang-nhap");
        await visit.Field("userName").FillAsync(account.UserName);
        await visit.Field("password").FillAsync(account.Password);
        await visit.Page.Locator("main form button:not([type=button])").First.ClickAsync();
        await visit.ArrivesAsync("/can-bo(\\?|$)");
        await visit.Page.Locator("header summary").ClickAsync();
        await visit.Page.Locator(".sign-out button").ClickAsync();
        await Expect(visit.Page.Locator(".sign-out")).ToHaveCountAsync(0);
        await visit.GoAsync("/can-bo");
        await visit.ArrivesAsync("/dang-nhap");
    }, scripts);

    [Fact]
    public Task SignIn_ByKeyboardAlone_OpensHome() => app.AsAsync(Size.Desktop, Who.Villager, async visit =>
    {
        Account account = app.AccountOf(Who.Committee);
        await visit.GoAsync("/dang-nhap");
        await visit.TabToAsync("[name=userName]");
        await visit.Page.Keyboard.TypeAsync(account.UserName);
        await visit.TabToAsync("[name=password]");
        await visit.Page.Keyboard.TypeAsync(account.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArrivesAsync("/can-bo(\\?|$)");
    });
}
