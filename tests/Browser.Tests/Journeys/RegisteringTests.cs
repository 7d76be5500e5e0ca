using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>A villager registers: with scripts and without, on a bad line, by keyboard alone.</summary>
public sealed class RegisteringTests(BrowserApp app)
{
    [Theory]
    [InlineData(Size.Phone, true)]
    [InlineData(Size.Phone, false)]
    [InlineData(Size.Desktop, true)]
    [InlineData(Size.Desktop, false)]
    public Task Register_FromTheListOfClasses_GivesACodeThatLooksUp(Size size, bool scripts) => app.AsAsync(size, Who.Villager, async visit =>
    {
        string id = app.Year["open"];
        await visit.GoAsync("/");
        await visit.Page.Locator($"a[href='/lop/{id}/dang-ky']").First.ClickAsync();
        await visit.Page.Locator("main form button:not([type=button])").Last.ClickAsync();
        await Expect(visit.Page.Locator(".problem")).ToBeVisibleAsync();
        if (scripts) Assert.Equal("", await visit.Page.FaultsAsync());
        await FillAsync(visit, $"Người Thử {size} {scripts}");
        await visit.Page.Locator("main form button:not([type=button])").Last.ClickAsync();
        await visit.ArrivesAsync("/phieu/");
        if (scripts) Assert.Equal("", await visit.Page.FaultsAsync());
        string code = await visit.Page.Locator(".code").InnerTextAsync();

        await visit.GoAsync("/tra-cuu");
        await visit.Field("code").FillAsync(code);
        await visit.Field("birthYear").FillAsync("1980");
        await visit.Page.Locator("main form button").First.ClickAsync();
        await Expect(visit.Page.Locator(".code")).ToHaveTextAsync(code);
    }, scripts);

    [Theory]
    [InlineData(Size.Phone)]
    [InlineData(Size.Desktop)]
    public Task Register_WhenTheLineBreaks_KeepsWhatWasTyped(Size size) => app.AsAsync(size, Who.Villager, async visit =>
    {
        string form = $"/lop/{app.Year["open"]}/dang-ky";
        await visit.GoAsync(form);
        await FillAsync(visit, $"Người Mất Mạng {size}");
        await visit.OfflineAsync(true);
        await visit.Page.Locator("main form button:not([type=button])").Last.ClickAsync();
        await Expect(visit.Page.Locator("[data-offline]")).ToBeVisibleAsync();
        await visit.OfflineAsync(false);
        await visit.GoAsync(form);
        await Expect(visit.Field("fullName")).ToHaveValueAsync($"Người Mất Mạng {size}");
        await Expect(visit.Field("unitId")).ToHaveValueAsync("xa-gia-cat");
        await visit.Page.Locator("main form button:not([type=button])").Last.ClickAsync();
        await visit.ArrivesAsync("/phieu/");
        await visit.GoAsync(form);
        await Expect(visit.Field("fullName")).ToHaveValueAsync("");
    });

    [Fact]
    public Task Register_WhenTappedTwice_RegistersOnce() => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        await visit.GoAsync($"/lop/{app.Year["open"]}/dang-ky");
        await FillAsync(visit, "Người Bấm Hai Lần");
        await visit.Page.Locator("main form button:not([type=button])").Last.DblClickAsync();
        await visit.ArrivesAsync("/phieu/");
        string roster = (await app.Administrator.GetAsync($"/api/classes/{app.Year["open"]}/registrations")).Text;
        Assert.Equal(2, roster.Split("Người Bấm Hai Lần").Length);
    });

    [Fact]
    public Task Register_ByKeyboardAlone_Works() => app.AsAsync(Size.Desktop, Who.Villager, async visit =>
    {
        await visit.GoAsync($"/lop/{app.Year["open"]}/dang-ky");
        await visit.TabToAsync("[name=fullName]");
        await visit.Page.Keyboard.TypeAsync("Người Chỉ Có Bàn Phím");
        await visit.TabToAsync("[name=birthYear]");
        await visit.Page.Keyboard.TypeAsync("1980");
        await visit.TabToAsync("[name=sex]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.TabToAsync("[name=village]");
        await visit.Page.Keyboard.TypeAsync("Nà Pài");
        await visit.TabToAsync("[name=unitId]");
        await visit.Page.Keyboard.TypeAsync("Xã Gia");
        await visit.TabToAsync("[name=audience]");
        await visit.Page.Keyboard.TypeAsync("Hộ dân");
        await visit.TabToAsync("[name=consent]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArrivesAsync("/phieu/");
    });

    [Fact]
    public Task Register_SomebodyElseOfTheHouse_FindsCommuneAndVillageThere() => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        string id = app.Year["open"];
        await visit.GoAsync($"/lop/{id}/dang-ky");
        await FillAsync(visit, "Người Trong Nhà");
        await visit.Page.Locator("main form button:not([type=button])").Last.ClickAsync();
        await visit.ArrivesAsync("/phieu/");
        await visit.Page.Locator($"a[href='/lop/{id}/dang-ky?xa=xa-gia-cat']").ClickAsync();
        await Expect(visit.Field("village")).ToHaveValueAsync("Thôn Nà Pài");
        await Expect(visit.Field("unitId")).ToHaveValueAsync("xa-gia-cat");
        await Expect(visit.Field("fullName")).ToHaveValueAsync("");
        await Expect(visit.Field("birthYear")).ToHaveValueAsync("");
    });

    private static async Task FillAsync(Visit visit, string name)
    {
        await visit.Field("fullName").FillAsync(name);
        await visit.Field("birthYear").FillAsync("1980");
        await visit.Page.Locator("[name=sex][value=female]").CheckAsync();
        await visit.Field("village").FillAsync("Thôn Nà Pài");
        await visit.Field("unitId").SelectOptionAsync("xa-gia-cat");
        await visit.Field("audience").SelectOptionAsync("exemplaryHousehold");
        await visit.Field("consent").CheckAsync();
    }
}
