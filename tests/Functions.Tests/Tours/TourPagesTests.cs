using System.Globalization;
using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Tours;

/// <summary>A study tour by its pages alone: planned, announced, members named, travelled, reported.</summary>
[Collection(ClockCollection.Name)]
public sealed class TourPagesTests(RunningApp app)
{
    private const string Phone = "0912345678";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Tour_ByForms_GoesFromThePlanToItsReport()
    {
        Api office = app.Administrator;
        DateTimeOffset now = await app.NowAsync();
        string tour = await PlannedAsync(office);
        string place = $"Xã kiểu mẫu {Guid.NewGuid().ToString("N")[..6]}";
        string announced = await SentAsync(office, tour + "/viec/thong-bao", ("destination", place),
            ("reason", "Ngày của bài thử"), ("departsOn", Day(now.AddDays(3))),
            ("returnsOn", Day(now.AddDays(3))), ("nominationsCloseAt", now.AddDays(1).ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)));
        Assert.Contains("Đã thông báo đoàn đến các đơn vị.", announced, StringComparison.Ordinal);
        Assert.Contains(place, await office.OpenAsync("/can-bo/tham-quan?tim=xa+kieu+mau"), StringComparison.Ordinal);

        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        await NominateAsync(commune, tour, "Người của xã", TestPlan.Commune);
        for (int i = 0; i < 30; i++) await NominateAsync(office, tour, $"Cán bộ {i}", "hoi-nong-dan");
        string own = await commune.OpenAsync(tour + "/thanh-vien");
        Assert.Contains("Người của xã", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Cán bộ 1", own, StringComparison.Ordinal);
        string whole = await office.OpenAsync(tour + "/thanh-vien");
        Assert.Contains("•••678", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone[1..], whole, StringComparison.Ordinal);
        string removal = System.Text.RegularExpressions.Regex.Match(whole, tour + "/thanh-vien/[^/\"]+/rut").Value;
        Assert.Contains("Đã rút một người", Text(await office.SendFormAsync(tour + "/thanh-vien", removal)), StringComparison.Ordinal);

        await app.AdvanceAsync(now.AddDays(5));
        await Eventually.TrueAsync(async () => (await office.OpenAsync(tour)).Contains("/viec/bao-cao", StringComparison.Ordinal), Limit, "the tour is over");
        string reported = await SentAsync(office, tour + "/viec/bao-cao", ("results", "Học được cách thu gom rác <b>tại xã</b>"), ("travelled", "28"));
        Assert.Contains("Đã nộp báo cáo; đoàn kết thúc.", reported, StringComparison.Ordinal);
        string raw = (await office.GetAsync(OfficeForms.InPlan(tour))).Text;
        Assert.Contains("&lt;b&gt;tại xã&lt;/b&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("/viec/", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tour_OfAnotherUnit_ShowsNoActs_AndRefusesThem()
    {
        string tour = await PlannedAsync(app.Administrator);
        Api stranger = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.DoesNotContain("/viec/", await stranger.OpenAsync(tour), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(OfficeForms.InPlan(tour + "/viec/huy"))).Status);
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync(OfficeForms.InPlan(tour + "/thanh-vien"))).Status);

        string cancelled = await SentAsync(app.Administrator, tour + "/viec/huy", ("reason", "Mưa lũ"));
        Assert.Contains("Lý do: Mưa lũ", cancelled, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.GetAsync(OfficeForms.InPlan(tour + "/viec/khac"))).Status);
    }

    private static async Task<string> PlannedAsync(Api office)
    {
        string page = Text(await office.SendFormAsync("/can-bo/tham-quan/lap", null, ("plannedTourId", TestPlan.NextTour())));
        string link = page[page.IndexOf("/can-bo/tham-quan/t", StringComparison.Ordinal)..];
        return link[.."/can-bo/tham-quan/t012345678901234".Length];
    }

    private static async Task NominateAsync(Api officer, string tour, string name, string unit) => Assert.Contains("Đã cử thêm một người", Text(
        await officer.SendFormAsync(tour + "/thanh-vien", tour + "/thanh-vien", ("fullName", name), ("position", "Trưởng thôn"), ("unitId", unit), ("phone", Phone))),
        StringComparison.Ordinal);

    private static async Task<string> SentAsync(Api officer, string page, params (string, string)[] fields) => Text(await officer.SendFormAsync(page, null, fields));

    private static string Text(Answer answer) => WebUtility.HtmlDecode(answer.Must(HttpStatusCode.OK).Text);

    private static string Day(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
