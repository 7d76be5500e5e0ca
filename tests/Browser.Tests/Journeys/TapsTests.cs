using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>How far it is to what people come for, from the page on which they begin. A longer way is a decision, not an accident.</summary>
public sealed class TapsTests(BrowserApp app)
{
    private const string Send = "main form:not([method=get]) button:not([type=button])";

    [Theory]
    [InlineData(false, 6, 3)]
    [InlineData(true, 7, 6)]
    public Task Register_FromTheFirstPage_ThenLookUp(bool optional, int most, int fields) => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        await visit.GoAsync("/");
        Taps registering = new(visit);
        await registering.TapAsync($"a.main[href='/lop/{app.Year["open"]}/dang-ky']");
        await registering.TypeAsync("fullName", optional ? "Người Đếm Hết" : "Người Đếm Ít");
        await registering.TypeAsync("birthYear", "1981");
        await registering.TapAsync(visit.Page.GetByText("Nữ", new() { Exact = true }));
        await registering.TypeAsync("village", "Thôn Nà Pài");
        await registering.ChooseAsync("unitId", "xa-gia-cat");
        await registering.ChooseAsync("audience", "exemplaryHousehold");
        if (optional)
        {
            await registering.TypeAsync("phone", "0912345699");
            await registering.TapAsync("main form details > summary");
            await registering.TypeAsync("ethnicGroup", "Tày");
            await registering.TypeAsync("organisation", "Hợp tác xã Gia Cát");
        }

        await registering.TapAsync(visit.Field("consent"));
        await registering.TapAsync(visit.Page.Locator(Send).Last);
        await visit.ArrivesAsync("/phieu/");
        registering.AtMost(most, fields);
        string code = await visit.Page.Locator(".code").InnerTextAsync();

        await visit.GoAsync("/");
        Taps looking = new(visit);
        await looking.TapAsync("header a[href='/tra-cuu']");
        await looking.TypeAsync("code", code);
        await looking.TypeAsync("birthYear", "1981");
        await looking.TapAsync(visit.Page.Locator(Send).First);
        await Expect(visit.Page.Locator(".code")).ToHaveTextAsync(code);
        looking.AtMost(2, 2);
    });

    [Fact]
    public Task SignIn_FromTheFirstPage() => app.AsAsync(Size.Phone, Who.Villager, async visit =>
    {
        Account account = app.AccountOf(Who.Committee);
        await visit.GoAsync("/");
        Taps taps = new(visit);
        await taps.TapAsync("footer a[href='/dang-nhap']");
        await taps.TypeAsync("userName", account.UserName);
        await taps.TypeAsync("password", account.Password);
        await taps.TapAsync(visit.Page.Locator(Send).First);
        await visit.ArrivesAsync("/can-bo(\\?|$)");
        taps.AtMost(2, 2);
    });

    [Fact]
    public Task MarkAllPresent_FromTheClass() => app.AsAsync(Size.Phone, Who.LeadUnit, async visit =>
    {
        string id = app.Year["taking-counted"];
        await visit.GoAsync($"/can-bo/lop/{id}");
        Taps taps = new(visit);
        await taps.TapAsync(visit.Page.Locator($"a.main[href='/can-bo/lop/{id}/diem-danh/1']").First);
        await Expect(visit.Page.Locator("#offline")).ToBeVisibleAsync();
        await taps.TapAsync("#tat-ca");
        await Testing.Eventually.TrueAsync(
            async () => (await app.Administrator.GetAsync($"/api/classes/{id}")).Json["sessionCounts"]!.AsArray().Any(s => s!["present"]!.GetValue<int>() == 8),
            TimeSpan.FromSeconds(30), "all eight are marked present");
        taps.AtMost(2, 0);
    });

    [Fact]
    public Task Plan_ThenAnnounce_FromTheListOfClasses() => app.AsAsync(Size.Desktop, Who.LeadUnit, async visit =>
    {
        await visit.GoAsync("/can-bo/lop");
        Taps planning = new(visit);
        await planning.TapAsync(visit.Page.Locator("main a[href^='/can-bo/lop/moi']").First);
        await planning.TapAsync("[name=streamId][value=xa-tu-to-chuc]");
        await planning.ChooseAsync("hostUnitId", "xa-gia-cat");
        await planning.TapAsync(visit.Page.Locator(Send).First);
        await visit.ArrivesAsync("/can-bo/lop/[^/?]+\\?xong=");
        planning.AtMost(4, 0);

        Taps announcing = new(visit);
        await announcing.TapAsync(visit.Page.Locator("main a.main[href$='/thong-bao']").First);
        await announcing.TapAsync(visit.Page.Locator(Send).First);
        await visit.ArrivesAsync("xong=class-announced");
        announcing.AtMost(2, 0);
    });

    [Fact]
    public Task PrintSlips_FromTheClass() => app.AsAsync(Size.Desktop, Who.LeadUnit, async visit =>
    {
        string page = $"/can-bo/lop/{app.Year["registering"]}";
        await visit.GoAsync(page);
        Taps taps = new(visit);
        await taps.TapAsync(visit.Page.Locator($"main a[href='{page}/danh-sach']").First);
        await taps.TapAsync($"main a[href='{page}/danh-sach/phieu']");
        await Expect(visit.Page.Locator(".slips > li").First).ToBeVisibleAsync();
        taps.AtMost(2, 0);
    });

    [Fact]
    public Task ApproveAReport_FromHome() => app.AsAsync(Size.Phone, Who.Committee, async visit =>
    {
        Taps taps = await OpenAsync(visit, app.Year["counted-approval"]);
        await taps.TapAsync("form[action$='/duyet'] button");
        await Expect(visit.Page.Locator("main .note.open[role=status]")).ToBeVisibleAsync();
        taps.AtMost(2, 0);
    });

    [Fact]
    public Task ReturnAReport_FromHome() => app.AsAsync(Size.Phone, Who.Committee, async visit =>
    {
        Taps taps = await OpenAsync(visit, app.Year["counted-return"]);
        await taps.TapAsync(".decide a.phone-only");
        await taps.TypeAsync("reason", "Bổ sung số liệu của xã Bình Trung.");
        await taps.TapAsync("form[action$='/tra-lai'] button");
        await Expect(visit.Page.Locator("main .note.open[role=status]")).ToBeVisibleAsync();
        taps.AtMost(3, 1);
    });

    private static async Task<Taps> OpenAsync(Visit visit, string report)
    {
        await visit.GoAsync("/can-bo");
        Taps taps = new(visit);
        await taps.TapAsync(visit.Page.Locator($"main a[href='/can-bo/bao-cao/{report}']").First);
        await visit.ArrivesAsync("/can-bo/bao-cao/" + report);
        return taps;
    }
}
