using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Documents;

/// <summary>Documents by their pages: made, found, signed, withdrawn, numbered from the paper book.</summary>
public sealed partial class DocumentPagesTests(RunningApp app)
{
    [Fact]
    public async Task ClassDocument_MadeOnThePage_IsSignedAndFoundInTheList()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-loc-yen"));
        Api officer = await app.CallerAsync("commune", "xa-loc-yen");
        string page = $"/can-bo/lop/{id}/van-ban";
        Assert.Contains("chưa có học viên nào", await officer.OpenAsync(page), StringComparison.Ordinal);

        Answer made = await officer.SendFormAsync(page, page, ("numbering", "register"), ("signerName", "Lộc Văn Yên"));

        string shown = WebUtility.HtmlDecode(made.Must(HttpStatusCode.OK).Text);
        Assert.Contains("Đã lập văn bản", shown, StringComparison.Ordinal);
        Assert.Contains("01/TB-UBND", shown, StringComparison.Ordinal);
        string document = DocumentPath().Match(shown).Value;
        Assert.Contains("Thu hồi", await officer.OpenAsync(document), StringComparison.Ordinal);

        Answer signed = await officer.SendAsync(HttpMethod.Post, OfficeForms.InPlan(document + "/ban-ky"), Files.Alone(Files.Pdf("ky")));
        Assert.Contains("Đã nhận bản đã ký", WebUtility.HtmlDecode(signed.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        string list = await officer.OpenAsync("/can-bo/van-ban?loai=announcement&tinh-trang=signedCopy&tim=" + id);
        Assert.Contains("01/TB-UBND", list, StringComparison.Ordinal);
        Assert.DoesNotContain("01/TB-UBND", await officer.OpenAsync("/can-bo/van-ban?loai=invitation&tim=" + id), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await officer.GetAsync(OfficeForms.InPlan("/can-bo/van-ban/xlsx"))).Must(HttpStatusCode.OK).Body[..2]);
    }

    [Fact]
    public async Task Form_WithoutAddressee_ComesBackOpenWithWhatWasTyped()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-mau-son"));
        Api officer = await app.CallerAsync("commune", "xa-mau-son");
        Answer refused = await officer.SendAsync(HttpMethod.Post, $"/can-bo/lop/{id}/van-ban", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["kind"] = "invitation", ["numbering"] = "given", ["signerName"] = "Người Ký Thử" }));
        string shown = WebUtility.HtmlDecode(refused.Must(HttpStatusCode.UnprocessableEntity).Text);
        Assert.Contains("Người Ký Thử", shown, StringComparison.Ordinal);
        Assert.Contains("o-invitationaddressee-loi", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_SetToThePaperBook_NumbersFromThere()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: "xa-phu-xa"));
        Api officer = await app.CallerAsync("commune", "xa-phu-xa");
        string year = (await app.NowAsync()).Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Answer set = await officer.SendFormAsync($"/can-bo/van-ban/so?nam={year}", "/can-bo/van-ban/so", ("type", "TB"), ("next", "41"), ("symbol", "UBPX"));
        Assert.Contains("số tiếp theo 41, ký hiệu TB-UBPX", WebUtility.HtmlDecode(set.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        Answer made = await officer.SendFormAsync($"/can-bo/lop/{id}/van-ban", $"/can-bo/lop/{id}/van-ban", ("numbering", "register"));
        string document = DocumentPath().Match(WebUtility.HtmlDecode(made.Must(HttpStatusCode.OK).Text)).Value;
        Answer gone = await officer.SendFormAsync(document, document + "/thu-hoi", ("reason", "Ghi nhầm ngày"));

        Assert.Contains("Đã thu hồi", WebUtility.HtmlDecode(gone.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        string register = await officer.OpenAsync($"/can-bo/van-ban/so?nam={year}");
        Assert.Contains("41/TB-UBPX", register, StringComparison.Ordinal);
        Assert.Contains("Ghi nhầm ngày", register, StringComparison.Ordinal);
        Assert.Contains("số tiếp theo 42", register, StringComparison.Ordinal);
        Answer back = await officer.SendFormAsync($"/can-bo/van-ban/so?nam={year}", "/can-bo/van-ban/so", ("type", "TB"), ("next", "41"));
        Assert.Equal(HttpStatusCode.Conflict, back.Status);
        Answer docx = await OfficeForms.SendFormAsync(officer, $"/can-bo/van-ban/so?nam={year}", "/can-bo/van-ban/so/lap");
        Assert.Contains("Sổ đăng ký văn bản đi", WebUtility.HtmlDecode(docx.Must(HttpStatusCode.OK).Text), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("PK"u8.ToArray(), (await officer.GetAsync(OfficeForms.InPlan($"/can-bo/van-ban/so/xlsx?nam={year}"))).Must(HttpStatusCode.OK).Body[..2]);
    }

    [Fact]
    public async Task Templates_SayWhichAreInUse()
    {
        string page = await app.Administrator.OpenAsync("/can-bo/mau-van-ban");
        Assert.Contains("thong-bao-mo-lop.txt", page, StringComparison.Ordinal);
        Assert.Contains("mẫu của phần mềm", page, StringComparison.Ordinal);
        Assert.Contains("Đã đọc lại", WebUtility.HtmlDecode((await OfficeForms.SendFormAsync(app.Administrator, "/can-bo/mau-van-ban", "/can-bo/mau-van-ban")).Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Committee_ReadsAndMakesNothing()
    {
        Api committee = await app.CallerAsync("committee", "ban-chi-dao");
        Assert.DoesNotContain("/can-bo/van-ban/ke-hoach", await committee.OpenAsync("/can-bo/van-ban"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.SendAsync(HttpMethod.Post, "/can-bo/van-ban/ke-hoach", null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync("/can-bo/van-ban/so")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync("/can-bo/ban-quet")).Status);
    }

    [GeneratedRegex("/can-bo/van-ban/[0-9]{4}-[a-z0-9-]+")]
    private static partial Regex DocumentPath();
}
