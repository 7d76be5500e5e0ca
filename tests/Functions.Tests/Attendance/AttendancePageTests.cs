using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Attendance;

/// <summary>Attendance through its page, without scripts.</summary>
[Collection(ClockCollection.Name)]
public sealed class AttendancePageTests(RunningApp app, HeldClass held) : IClassFixture<HeldClass>
{
    [Fact]
    public async Task Marks_SentByTheForm_AreKeptAndShown()
    {
        Answer sent = await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[0]}", "present"), ($"marks.{held.Codes[1]}", "excused"));
        Assert.Equal($"{held.Path}/diem-danh/1?xong=attendance-saved", sent.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString);
        string page = await held.PageAsync("/diem-danh/1");
        Assert.Contains($"name=\"marks.{held.Codes[0]}\" value=\"present\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"marks.{held.Codes[1]}\" value=\"excused\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"marks.{held.Codes[0]}\" value=\"absent\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_SentTwiceUnderOneKey_AreTheSameAsOnce()
    {
        (string, string)[] form = [("_key", "mot-lan"), ($"marks.{held.Codes[2]}", "present")];
        (await held.PostAsync("/diem-danh/2", form)).Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/diem-danh/2", ($"marks.{held.Codes[2]}", "absent"))).Must(HttpStatusCode.SeeOther);
        // The repeat of the first is answered as before and changes nothing.
        (await held.PostAsync("/diem-danh/2", form)).Must(HttpStatusCode.SeeOther);
        Assert.Contains($"name=\"marks.{held.Codes[2]}\" value=\"absent\" checked", await held.PageAsync("/diem-danh/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_IsPresent_ButForWhoHasAMark()
    {
        (await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[0]}", "absent"))).Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[1]}", "excused"), ("everybody", "true"))).Must(HttpStatusCode.SeeOther);
        string page = await held.PageAsync("/diem-danh/1");
        Assert.Contains($"name=\"marks.{held.Codes[0]}\" value=\"absent\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"marks.{held.Codes[1]}\" value=\"excused\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"marks.{held.Codes[2]}\" value=\"present\" checked", page, StringComparison.Ordinal);
        (await held.PostAsync("/diem-danh/1", ("everybody", "true"))).Must(HttpStatusCode.SeeOther);
        (await held.PostAsync("/diem-danh/1")).Must(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Marks_OfACodeOfNobody_ComeBackWithWhatIsWrong()
    {
        Answer refused = (await held.PostAsync("/diem-danh/1", ("marks.00000000", "present"))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Mã không thuộc lớp này", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WalkIn_IsAddedAndPresent_AndItsMarkupStaysText()
    {
        (await held.PostAsync("/diem-danh/1/nguoi-moi", WalkIn("Vi <script>alert(1)</script> Khách"))).Must(HttpStatusCode.SeeOther);
        string page = await held.PageAsync("/diem-danh/1");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("đến lớp mà chưa đăng ký", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WalkIn_WithoutConsent_KeepsWhatWasTyped()
    {
        Answer refused = (await held.PostAsync("/diem-danh/1/nguoi-moi", WalkIn("Lý Thị Mới").Where(f => f.Name != "consent")))
            .Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("value=\"Lý Thị Mới\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Hãy đánh dấu đồng ý", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/diem-danh/1")]
    [InlineData("/diem-danh.xlsx")]
    [InlineData("/diem-danh/nhap")]
    [InlineData("/chu-ky/1")]
    [InlineData("/minh-chung")]
    [InlineData("/bao-cao")]
    public async Task Page_OfAnotherUnit_IsRefusedAndNamesNobody(string path)
    {
        Api stranger = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Answer refused = (await stranger.GetAsync(held.Path + path)).Must(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Hoàng Văn Thử", refused.Text, StringComparison.Ordinal);
        (await stranger.PostAsync($"{held.Path}/diem-danh/1", new FormUrlEncodedContent([KeyValuePair.Create($"marks.{held.Codes[0]}", "absent")])))
            .Must(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Sheet_OutAndBackIn_ShowsWhatChangesBeforeItDoes()
    {
        (await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[0]}", "present"))).Must(HttpStatusCode.SeeOther);
        byte[] sheet = (await held.Officer.GetAsync(held.Path + "/diem-danh.xlsx")).Must(HttpStatusCode.OK).Body;
        (await held.PostAsync("/diem-danh/1", ($"marks.{held.Codes[0]}", "absent"))).Must(HttpStatusCode.SeeOther);
        Answer preview = (await held.Officer.PostAsync(held.Path + "/diem-danh/nhap", Sheet(sheet))).Must(HttpStatusCode.OK);
        string change = $"1:{held.Codes[0]}:Present";
        Assert.Contains($"value=\"{change}\"", preview.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"marks.{held.Codes[0]}\" value=\"absent\" checked", await held.PageAsync("/diem-danh/1"), StringComparison.Ordinal);
        (await held.PostAsync("/diem-danh/nhap/ghi", ("changes[]", change))).Must(HttpStatusCode.SeeOther);
        Assert.Contains($"name=\"marks.{held.Codes[0]}\" value=\"present\" checked", await held.PageAsync("/diem-danh/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfAnotherClass_IsRefused()
    {
        string other = await app.Administrator.OpenClassAsync();
        byte[] sheet = (await held.Officer.GetAsync($"/can-bo/lop/{other}/diem-danh.xlsx")).Must(HttpStatusCode.OK).Body;
        Answer refused = (await held.Officer.PostAsync(held.Path + "/diem-danh/nhap", Sheet(sheet))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bảng này của lớp khác", refused.Text, StringComparison.Ordinal);
        Answer broken = (await held.Officer.PostAsync(held.Path + "/diem-danh/nhap", Sheet([1, 2, 3]))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Không đọc được tệp này", broken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_OfTheClass_FollowsTheTaps()
    {
        (await held.PostAsync("/diem-danh/2", held.Codes.Select(code => ($"marks.{code}", "present")))).Must(HttpStatusCode.SeeOther);
        JsonArray counts = (await app.Administrator.ClassAsync(held.Id))["sessionCounts"]!.AsArray();
        Assert.Equal(3, counts.Single(c => c.Number("session") == 2).Number("present"));
    }

    private static (string Name, string Value)[] WalkIn(string name) =>
    [
        ("fullName", name), ("birthYear", "1970"), ("sex", "female"), ("village", "Thôn Khuổi Mới"), ("unitId", TestPlan.OtherCommune),
        ("audience", "other"), ("consent", "true"),
    ];

    private static MultipartFormDataContent Sheet(byte[] file) => new() { { new ByteArrayContent(file), "file", "diem-danh.xlsx" } };
}
