using System.Net;
using NtmServerless.Functions.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Functions.Tests.Pages;

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

        await Eventually.TrueAsync(async () => (await committee.OpenAsync(Report)).Contains("/duyet", StringComparison.Ordinal), Limit, "the report is compiled");
        string page = await committee.OpenAsync(Report);
        Assert.Contains("Tập huấn trong kỳ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh.js", page, StringComparison.Ordinal);
        Answer approved = await committee.SendFormAsync(Report, Report + "/duyet");
        Assert.Contains("Đã duyệt báo cáo.", WebUtility.HtmlDecode(approved.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);

        Answer print = (await committee.GetAsync(OfficeForms.InPlan(Report + "/ban-in"))).Must(HttpStatusCode.OK);
        Assert.Contains("Báo cáo đã được duyệt.", WebUtility.HtmlDecode(print.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("script", print.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tháng", await committee.OpenAsync("/can-bo/bao-cao?loai=adHoc&tinh-trang=approved"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("span-20240103-20240109", await committee.OpenAsync("/can-bo/bao-cao?loai=adHoc&tim=03/01/2024"), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await committee.GetAsync(OfficeForms.InPlan(Report + "/xlsx"))).Must(HttpStatusCode.OK).Body[..2]);
    }

    [Fact]
    public async Task Report_OnAPeriodThatWasMissed_IsOfferedAndMade()
    {
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        string list = await office.OpenAsync("/can-bo/bao-cao");
        Assert.Contains("Kỳ đã qua chưa có báo cáo", list, StringComparison.Ordinal);

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
