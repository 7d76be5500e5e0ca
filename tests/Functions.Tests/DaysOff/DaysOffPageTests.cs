using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.DaysOff;

/// <summary>The office corrects the days off on a page; everybody reads them, and dates go by them.</summary>
public sealed class DaysOffPageTests(RunningApp app)
{
    private const string Page = "/can-bo/ngay-nghi";

    [Fact]
    public async Task DayOff_AddedByTheOffice_IsReadByEverybody_AndWarnsWhoChoosesIt()
    {
        // Nobody else's test takes a day of that year.
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Answer done = await app.Administrator.SendFormAsync(
            Page, Page, ("day", "2026-01-20"), ("rule", "off"), ("madeUpOn", "2026-01-24"), ("reason", "Lễ hội Lồng tồng"));
        Assert.Contains("Đã ghi", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        string read = await commune.OpenAsync(Page + "?nam=2026");
        Assert.Contains("Lễ hội Lồng tồng", read, StringComparison.Ordinal);
        Assert.Contains("thứ Bảy, 24/01/2026", read, StringComparison.Ordinal);
        Assert.Contains("Tết Nguyên đán", read, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"madeUpOn\"", read, StringComparison.Ordinal);
        string id = await commune.PlannedAsync();
        JsonObject form = SampleClass.Announcement(new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 20, 0, 0, 0, TimeSpan.Zero));
        form["reason"] = null;
        Answer refused = await commune.PostAsync($"/api/classes/{id}/announce", form);
        Assert.Contains("là ngày nghỉ: Lễ hội Lồng tồng", string.Join(' ', refused.Json["errors"]!["sessions[0]"]!.AsArray()), StringComparison.Ordinal);
        Assert.Contains("Sửa một ngày nghỉ", await app.Administrator.OpenAsync("/can-bo/nhat-ky"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DayOff_ThatIsOffAlready_IsRefusedAtItsField()
    {
        Answer refused = await app.Administrator.SendFormAsync(Page, Page, ("day", "2026-04-30"), ("rule", "off"), ("reason", "Lễ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("vốn đã là ngày nghỉ", WebUtility.HtmlDecode(refused.ErrorAt("o-day")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DayOff_ByAnotherUnit_IsForbidden()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.SubmitAsync(Page, ("day", "2026-03-20"), ("rule", "off"), ("reason", "Thử"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.SubmitAsync(Page + "/cach-tinh", ("movesDeadlines", "true"))).Status);
        Assert.DoesNotContain("20/03/2026", await app.Administrator.OpenAsync(Page + "?nam=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_AsTheyAre_AreKept()
    {
        Answer done = await app.Administrator.SendFormAsync(Page, Page + "/cach-tinh", ("movesDeadlines", "true"));
        Assert.Contains("Đã lưu cách tính", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        Assert.Contains("được lùi sang ngày làm việc kế tiếp", WebUtility.HtmlDecode(done.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAYearWhoseDaysNobodyDecidedYet_SaysSo()
    {
        Assert.Contains("chưa có lịch Tết Nguyên đán", await app.Administrator.OpenAsync(Page + "?nam=2031"), StringComparison.Ordinal);
        Assert.Contains("Ngày nghỉ năm 2024", await app.Administrator.OpenAsync(Page + "?nam=12"), StringComparison.Ordinal);
    }
}
