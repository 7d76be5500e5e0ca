using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.PeriodicReports;

/// <summary>Reports by their pages.</summary>
public sealed class ReportPagesTests(RunningApp app)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Report_AskedForByTheCommittee_IsMadeAndApproved()
    {
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        const string Report = "/can-bo/bao-cao/span-20240103-20240109";
        Answer asked = await committee.SendFormAsync("/can-bo/bao-cao/yeu-cau", null, ("from", "2024-01-03"), ("to", "2024-01-09"));
        Assert.Contains("Đã nhận yêu cầu", WebUtility.HtmlDecode(asked.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);

        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        await Eventually.TrueAsync(async () => (await office.OpenAsync(Report)).Contains("/so-lieu?don-vi=", StringComparison.Ordinal), Limit, "the units are asked");
        Assert.DoesNotContain("refresh.js", await office.OpenAsync(Report), StringComparison.Ordinal);
        await AnswerAsync(Report);
        Assert.Contains("Đã tổng hợp báo cáo.", await SentAsync(office, Report, "/tong-hop"), StringComparison.Ordinal);
        string page = await office.OpenAsync(Report);
        Assert.Contains("Tập huấn trong kỳ", page, StringComparison.Ordinal);
        Assert.Contains("Đường lầy, xe loa không vào được.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Report + "/duyet", page, StringComparison.Ordinal);
        Assert.Contains("Đã trình báo cáo.", await SentAsync(office, Report, "/trinh", ("difficulties", "Mưa nhiều.")), StringComparison.Ordinal);
        Answer without = await committee.SendFormAsync(Report, Report + "/tra-lai");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Đã trả lại báo cáo", await SentAsync(committee, Report, "/tra-lai", ("reason", "Bổ sung số liệu.")), StringComparison.Ordinal);
        Assert.Contains("Bổ sung số liệu.", await office.OpenAsync(Report), StringComparison.Ordinal);
        await SentAsync(office, Report, "/trinh", ("difficulties", "Mưa nhiều, đã bổ sung."));
        Assert.Contains("Đã duyệt báo cáo.", await SentAsync(committee, Report, "/duyet"), StringComparison.Ordinal);

        await Eventually.TrueAsync(async () => (await committee.OpenAsync(Report)).Contains("Văn bản đã phát hành", StringComparison.Ordinal), Limit, "the report is issued");
        Assert.Contains("/BC-BCĐ", await committee.OpenAsync(Report), StringComparison.Ordinal);

        Answer print = (await committee.GetAsync(OfficeForms.InPlan(Report + "/ban-in"))).Must(HttpStatusCode.OK);
        Assert.Contains("Báo cáo đã được duyệt.", WebUtility.HtmlDecode(print.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("script", print.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tháng", await committee.OpenAsync("/can-bo/bao-cao?loai=adHoc&tinh-trang=approved"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("span-20240103-20240109", await committee.OpenAsync("/can-bo/bao-cao?loai=adHoc&tim=03/01/2024"), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await committee.GetAsync(OfficeForms.InPlan(Report + "/xlsx"))).Must(HttpStatusCode.OK).Body[..2]);
    }

    // On a phone: the form comes filled in, an odd figure is asked back in the form, and kept with a reason.
    private async Task AnswerAsync(string report)
    {
        Api commune = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Contains(report + "/so-lieu", await commune.OpenAsync(report), StringComparison.Ordinal);
        Assert.Contains("Đúng như sổ, gửi ngay", await commune.OpenAsync(report + "/so-lieu"), StringComparison.Ordinal);
        (string, string)[] odd =
            [("asRecorded", "false"), ("counts[0].channel", "broadcast"), ("counts[0].count", "900"), ("difficulties", "Đường lầy, xe loa không vào được.")];
        Answer asked = await commune.SendFormAsync(report + "/so-lieu", null, odd);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Số liệu đúng, tôi xác nhận", WebUtility.HtmlDecode(asked.Text), StringComparison.Ordinal);
        Answer kept = await commune.SendFormAsync(report + "/so-lieu", null, [.. odd, ("confirmed", "true"), ("explanation", "Tuần cao điểm.")]);
        Assert.Contains("Đã gửi số liệu", WebUtility.HtmlDecode(kept.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);

        // The first form of the page is the one with nothing to fill in.
        Api other = await app.CallerAsync("commune", TestPlan.PriorityCommune);
        Answer tapped = await OfficeForms.SendFormAsync(other, report + "/so-lieu", null);
        Assert.Contains("Đã gửi số liệu", WebUtility.HtmlDecode(tapped.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(OfficeForms.InPlan($"{report}/so-lieu?don-vi={TestPlan.OtherCommune}"))).Status);
    }

    private static async Task<string> SentAsync(Api who, string report, string action, params (string, string)[] fields) =>
        WebUtility.HtmlDecode((await who.SendFormAsync(report, report + action, fields)).Must(HttpStatusCode.OK).Text);

    [Fact]
    public async Task Report_OnAPeriodThatWasMissed_IsOfferedAndMade()
    {
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        string list = await office.OpenAsync("/can-bo/bao-cao");
        Assert.Contains("kỳ đã qua chưa có báo cáo", list, StringComparison.Ordinal);

        Answer made = await office.SendFormAsync("/can-bo/bao-cao", "/can-bo/bao-cao/yeu-cau");

        Assert.Contains("Đã nhận yêu cầu", WebUtility.HtmlDecode(made.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OnDaysThatAreNotOver_ComesBackInTheForm()
    {
        Answer refused = await app.Administrator.SendFormAsync("/can-bo/bao-cao/yeu-cau", null, ("from", "2024-12-01"), ("to", "2024-11-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Thời điểm kết thúc phải sau", WebUtility.HtmlDecode(refused.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_ForACommune_AreReadAndNotAskedFor()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Assert.DoesNotContain("/can-bo/bao-cao/yeu-cau", await commune.OpenAsync("/can-bo/bao-cao"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.GetAsync("/can-bo/bao-cao/yeu-cau")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.SendAsync(HttpMethod.Post, "/can-bo/bao-cao/span-20240103-20240109/duyet", null)).Status);
    }
}
