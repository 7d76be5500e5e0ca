using System.Net;
using System.Text;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>Units, the plan and the audit trail.</summary>
public sealed class OfficePagesTests(RunningApp app)
{
    [Fact]
    public async Task Units_AreFoundWithoutAccents_AndSayWhatThePlanAsks()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        string list = await commune.OpenAsync("/can-bo/don-vi?tim=gia+cat");
        Assert.Contains("/can-bo/don-vi/" + TestPlan.Commune, list, StringComparison.Ordinal);
        Assert.DoesNotContain("/can-bo/don-vi/hoi-nong-dan", list, StringComparison.Ordinal);
        Assert.Contains("Trách nhiệm theo kế hoạch", await commune.OpenAsync("/can-bo/don-vi/" + TestPlan.Commune), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await commune.GetAsync(OfficeForms.InPlan("/can-bo/don-vi/khong-co"))).Status);
    }

    [Fact]
    public async Task Plan_WithErrors_IsRefusedLineByLine_AndAGoodOneIsLoaded()
    {
        using MultipartFormDataContent bad = File("""{"id":"Sai Mã","year":"2024"}""");
        Answer refused = await app.Administrator.SendAsync(HttpMethod.Post, OfficeForms.InPlan("/can-bo/ke-hoach"), bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        string page = WebUtility.HtmlDecode(refused.Text);
        Assert.Contains("$.year", page, StringComparison.Ordinal);
        Assert.Contains("$.streams", page, StringComparison.Ordinal);

        string id = $"sao-chep-{Guid.NewGuid().ToString("N")[..8]}";
        string copy = (await app.Administrator.GetAsync(OfficeForms.InPlan("/can-bo/ke-hoach/sao-chep/tep?nam=2031"))).Must(HttpStatusCode.OK).Text;
        using MultipartFormDataContent good = File(copy.Replace("\"caoloc-2031\"", $"\"{id}\"", StringComparison.Ordinal));
        string loaded = WebUtility.HtmlDecode((await app.Administrator.SendAsync(HttpMethod.Post, "/can-bo/ke-hoach", good)).Must(HttpStatusCode.OK).Text);
        Assert.Contains("Đã nạp kế hoạch.", loaded, StringComparison.Ordinal);
        Assert.Contains("Những chỗ còn để ngỏ", loaded, StringComparison.Ordinal);
        Assert.Contains("còn nhắc năm 2024", await app.Administrator.OpenAsync("/can-bo/ke-hoach/sao-chep?nam=2031"), StringComparison.Ordinal);
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Assert.DoesNotContain("Nạp kế hoạch", await commune.OpenAsync("/can-bo/ke-hoach"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_AfterALookAtARoster_SaysWhoLookedAtWhat()
    {
        string id = await app.Administrator.OpenClassAsync();
        await app.Administrator.RegisteredAsync(id, SampleClass.Person(1));
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        DateTimeOffset before = await app.NowAsync();
        await commune.RosterAsync(id);

        string month = before.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM", null);
        string page = await app.Administrator.OpenAsync($"/can-bo/nhat-ky?thang={month}&viec=roster-read&dich={id}&ai=xa+gia+cat");
        Assert.Contains("<th scope=\"row\">Xem danh sách học viên</th>", page, StringComparison.Ordinal);
        Assert.Contains("/can-bo/lop/" + id, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Văn Thử", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{id}<", page.MainPart(), StringComparison.Ordinal);
        string ofClass = await app.Administrator.OpenAsync($"/can-bo/nhat-ky?thang={month}&lop={id}&dich={id}");
        Assert.Contains("Thay đổi hồ sơ lớp; sau đó lớp đang đăng ký", ofClass, StringComparison.Ordinal);
        Assert.Contains("người dân, không tài khoản", ofClass, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/can-bo/nhat-ky")]
    [InlineData("/can-bo/nhat-ky/xlsx")]
    [InlineData("/can-bo/quy-trinh")]
    [InlineData("/can-bo/quy-trinh/xlsx")]
    [InlineData("/can-bo/he-thong")]
    [InlineData("/can-bo/quy-trinh/c012345678901234")]
    [InlineData("/can-bo/ke-hoach/sao-chep?nam=2025")]
    public async Task Page_ForAdministrators_IsRefusedToEveryOtherRole(string path)
    {
        foreach ((string role, string unit) in ((string, string)[])
            [("leadUnit", "hoi-nong-dan"), ("commune", TestPlan.Commune), ("cultureOffice", "phong-van-hoa-thong-tin"), ("committee", "ban-chi-dao")])
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.CallerAsync(role, unit)).GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/can-bo/nhat-ky/xlsx?thang=2024-03")]
    [InlineData("/can-bo/quy-trinh/xlsx?loai=class")]
    [InlineData("/can-bo/don-vi/xlsx")]
    [InlineData("/can-bo/tham-quan/xlsx")]
    [InlineData("/can-bo/bao-cao/xlsx")]
    public async Task List_AsAFile_IsASpreadsheet(string path) =>
        Assert.Equal("PK"u8.ToArray(), (await app.Administrator.GetAsync(OfficeForms.InPlan(path))).Must(HttpStatusCode.OK).Body[..2]);

    private static MultipartFormDataContent File(string json) =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "file", "ke-hoach.json" } };
}
