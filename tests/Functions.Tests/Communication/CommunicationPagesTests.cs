using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Communication;

/// <summary>The communication log as officers read and write it.</summary>
public sealed class CommunicationPagesTests(RunningApp app)
{
    private const string Month = "/can-bo/truyen-thong?ky=month-2024-03";
    private const string Form = "/can-bo/truyen-thong/ghi";

    [Fact]
    public async Task Log_ByForm_IsFoundWithoutAccents_AndFilteredByChannel()
    {
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        string mark = Mark();
        string seen = await LoggedAsync(office, $"Phát thanh về đường làng {mark}", "broadcast", "3");
        // Where it counts depends on how far other tests have moved the clock.
        Assert.Contains("Đã ghi vào sổ", seen, StringComparison.Ordinal);

        string found = await office.OpenAsync($"{Month}&tim=duong+lang+{mark}");
        Assert.Contains($"Phát thanh về đường làng {mark}", found, StringComparison.Ordinal);
        Assert.Contains("1 hoạt động", found, StringComparison.Ordinal);
        string other = await office.OpenAsync($"{Month}&tim={mark}&kenh=poster");
        Assert.Contains("Không có hoạt động nào", other, StringComparison.Ordinal);
        string elsewhere = await office.OpenAsync($"/can-bo/truyen-thong?ky=month-2024-02&tim={mark}");
        Assert.Contains("Không có hoạt động nào", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_WhatIsWrong_ComesBackInTheFormWithWhatWasTyped()
    {
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");

        Answer refused = await office.SendFormAsync(Form, null, ("channel", "broadcast"), ("date", "2024-02-20"), ("subject", "=1+1"), ("count", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        string page = WebUtility.HtmlDecode(refused.Text);
        Assert.Contains("value=\"=1+1\"", page, StringComparison.Ordinal);
        Assert.Contains("Hãy ghi số từ 1 đến 10.000.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_WithMarkupInIt_IsShownAsText()
    {
        Api office = await app.CallerAsync("cultureOffice", "phong-van-hoa-thong-tin");
        string mark = Mark();
        await LoggedAsync(office, $"<script>alert(1)</script>{mark}", "poster", "1");

        string raw = (await office.GetAsync(OfficeForms.InPlan($"{Month}&tim={mark}"))).Text;

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;" + mark, raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", raw, StringComparison.Ordinal);
        string reflected = (await office.GetAsync(OfficeForms.InPlan(Month + "&tim=%22%3E%3Cscript%3Ealert(2)"))).Text;
        Assert.DoesNotContain("<script>alert(2)", reflected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrikeOut_ByTheUnitItself_LeavesTheSum_AndIsRefusedToOthers()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        string mark = Mark();
        await LoggedAsync(commune, $"Ghi nhầm {mark}", "feature", "7");
        string list = await commune.OpenAsync($"{Month}&tim={mark}");
        string link = list[list.IndexOf("/can-bo/truyen-thong/rut/", StringComparison.Ordinal)..].Split('?')[0];

        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(OfficeForms.InPlan(link))).Status);
        Assert.DoesNotContain(link, await other.OpenAsync($"{Month}&tim={mark}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await commune.SendFormAsync(link, null, ("reason", " "))).Status);
        string done = WebUtility.HtmlDecode((await commune.SendFormAsync(link, null, ("reason", "Ghi trùng"))).Must(HttpStatusCode.OK).Text);
        Assert.Contains("Đã hủy bản ghi nhầm", done, StringComparison.Ordinal);

        string after = await commune.OpenAsync($"{Month}&tim={mark}");
        Assert.Contains("Lý do: Ghi trùng", after, StringComparison.Ordinal);
        Assert.DoesNotContain(">7</td>\n        </tr>\n      </tfoot>", after, StringComparison.Ordinal);
        Assert.DoesNotContain(link, after, StringComparison.Ordinal);
        Answer again = await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/communication/{link.Split('/')[4]}/{link.Split('/')[5]}/strike-out", new { reason = "lần nữa" });
        Assert.Equal("activity-struck-out", again.Problem);
    }

    [Fact]
    public async Task Page_ForTheCommittee_HasNoForm_AndTheFormIsRefused()
    {
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        Assert.DoesNotContain(Form, await committee.OpenAsync(Month), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync(Form)).Status);
        Answer file = (await committee.GetAsync(OfficeForms.InPlan("/can-bo/truyen-thong/xlsx?ky=month-2024-03"))).Must(HttpStatusCode.OK);
        Assert.Equal("PK"u8.ToArray(), file.Body[..2]);
    }

    private static async Task<string> LoggedAsync(Api officer, string subject, string channel, string count) => WebUtility.HtmlDecode(
        (await officer.SendFormAsync(Form, null, ("channel", channel), ("date", "2024-02-20"), ("subject", subject), ("count", count))).Must(HttpStatusCode.OK).Text);

    private static string Mark() => Guid.NewGuid().ToString("N")[..10];
}
