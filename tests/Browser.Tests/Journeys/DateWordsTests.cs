using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>A browser in English writes 5 April as 04/05: every Vietnamese reads May. The page says which day it is.</summary>
public sealed class DateWordsTests(BrowserApp app)
{
    private const string English = "en-US";

    [Fact]
    public Task Date_WhileItIsTyped_IsSaidBesideItsField() => app.AsAsync(
        Size.Desktop, Who.LeadUnit, async visit =>
        {
            await visit.GoAsync(app.Year.Path("/can-bo/lop/{planned}/thong-bao"));
            Assert.StartsWith("en", await visit.Page.EvaluateAsync<string>("navigator.language"), StringComparison.Ordinal);
            ILocator closes = Said(visit, "registrationClosesAt");
            await visit.Field("registrationClosesAt").FillAsync("2024-04-05T17:00");
            await Expect(closes).ToHaveTextAsync("Ngày/tháng/năm: thứ Sáu, 05/04/2024, 17 giờ");
            await visit.Field("registrationClosesAt").FillAsync("");
            await Expect(closes).ToHaveTextAsync("Ngày/tháng/năm: chưa chọn");
            await visit.Field("sessions[0].date").FillAsync("2024-05-12");
            await visit.Field("sessions[0].from").FillAsync("13:30");
            await Expect(Said(visit, "sessions[0].date")).ToHaveTextAsync("Ngày/tháng/năm: Chủ nhật, 12/05/2024");
            await Expect(Said(visit, "sessions[0].from")).ToHaveTextAsync("13 giờ 30");
        },
        locale: English);

    [Fact]
    public Task Date_OfAFilter_IsSaidWithoutScripts() => app.AsAsync(
        Size.Phone, Who.CultureOffice, async visit =>
        {
            await visit.GoAsync("/can-bo/truyen-thong?tu=2024-04-05&den=2024-05-04");
            await Expect(Said(visit, "tu")).ToHaveTextAsync("Ngày/tháng/năm: thứ Sáu, 05/04/2024");
            await Expect(Said(visit, "den")).ToHaveTextAsync("Ngày/tháng/năm: thứ Bảy, 04/05/2024");
        },
        scripts: false, locale: English);

    private static ILocator Said(Visit visit, string name) => visit.Page.Locator($".field:has([name=\"{name}\"]) > output");
}
