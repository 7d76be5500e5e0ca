using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>Inbox, addresses and messages by their pages.</summary>
public sealed class PostPagesTests(RunningApp app)
{
    [Fact]
    public async Task Inbox_OfAUnit_ShowsWhatItWasTold_AndIsReadOnce()
    {
        const string Unit = "xa-thanh-loa";
        Api commune = await app.CallerAsync("commune", Unit);
        string id = await commune.PlannedAsync(SampleClass.PlanForm(lead: Unit));
        (await commune.PostAsync($"/api/classes/{id}/announce", SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2)))).Must(HttpStatusCode.OK);
        await commune.ReachesAsync(id, "registering");

        // The stage is there a moment before it is told.
        await Eventually.TrueAsync(
            async () => (await commune.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Json.AsArray().Count(e => e!["about"]!.Text("id") == id) == 2,
            TimeSpan.FromSeconds(30), "two entries are there");
        Assert.Contains("Thông báo mở lớp:", await commune.OpenAsync("/can-bo/hop-thu"), StringComparison.Ordinal);
        string ofClass = (await commune.OpenAsync($"/can-bo/hop-thu?lop={id}&chua-doc=1")).MainPart();
        Assert.Equal(2, Regex.Count(ofClass, "<div class=\"letter\">"));
        Assert.Contains("Nhắc tự động", ofClass, StringComparison.Ordinal);
        Assert.DoesNotContain("<div class=\"letter\">", await commune.OpenAsync("/can-bo/hop-thu?lop=khong-co"), StringComparison.Ordinal);
        Api stranger = await app.CallerAsync("commune", "xa-thach-dan");
        string entry = (await commune.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Json.AsArray().Single(e => e!.Text("kind") == "classAnnounced" && e!["about"].Text("id") == id)!.Text("id");
        Assert.DoesNotContain(entry, await stranger.OpenAsync("/can-bo/hop-thu"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendFormAsync(OfficeForms.InPlan($"/can-bo/hop-thu/mo/{entry}"))).Status);
        string opened = (await commune.SendFormAsync(OfficeForms.InPlan($"/can-bo/hop-thu/mo/{entry}"))).Must(HttpStatusCode.OK).Text;
        Assert.Contains($"/can-bo/lop/{id}/danh-sach", opened, StringComparison.Ordinal);
        (await commune.SendFormAsync(OfficeForms.InPlan("/can-bo/hop-thu"), ("all", "true"))).Must(HttpStatusCode.OK);
        Assert.Contains("Đã đọc hết.", await commune.OpenAsync("/can-bo/hop-thu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_AfterNewDates_NamesEachLineByTheDayOfThen_NewestFirst()
    {
        const string Unit = "xa-mau-son";
        Api commune = await app.CallerAsync("commune", Unit);
        string id = await commune.PlannedAsync(SampleClass.PlanForm(lead: Unit));
        DateTimeOffset first = SampleClass.FarAway.AddDays(2), later = SampleClass.FarAway.AddDays(14);
        (await commune.PostAsync($"/api/classes/{id}/announce", SampleClass.Announcement(SampleClass.FarAway, first))).Must(HttpStatusCode.OK);
        await commune.ReachesAsync(id, "registering");
        (await commune.PostAsync($"/api/classes/{id}/postpone", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        (await commune.PostAsync($"/api/classes/{id}/reschedule", SampleClass.Announcement(later.AddDays(-2), later))).Must(HttpStatusCode.OK);
        await Eventually.TrueAsync(
            async () => (await commune.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Json.AsArray().Count(e => e!["about"]!.Text("id") == id) >= 4,
            TimeSpan.FromSeconds(30), "four entries are there");
        int number = (await commune.ClassAsync(id)).Number("numberInPlan");
        string[] lines = [.. Regex.Matches((await commune.OpenAsync($"/can-bo/hop-thu?lop={id}")).MainPart(), $"<b>([^<]*Lớp {number} [^<]*)</b>")
            .Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("Đã mở đăng ký", StringComparison.Ordinal))];
        string name = $"Lớp {number} · Mẫu Sơn";
        Assert.Equal([$"Ngày học mới: {name} · 24/02", $"Tạm hoãn lớp: {name} · 12/02", $"Thông báo mở lớp: {name} · 12/02"], lines);
    }

    [Fact]
    public async Task Contacts_OfAUnit_AreItsOwnToWrite()
    {
        const string Unit = "xa-thuy-hung", Page = $"/can-bo/don-vi/{Unit}/lien-lac";
        Api commune = await app.CallerAsync("commune", Unit);
        Api stranger = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(OfficeForms.InPlan(Page))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.SendFormAsync(OfficeForms.InPlan(Page), ("emails", "a@b.vn"))).Status);

        (await commune.SendFormAsync(OfficeForms.InPlan(Page), ("emails", "ubnd@thuyhung.example.vn\r\n vanhoa@thuyhung.example.vn"), ("phones", "0912 345 678"))).Must(HttpStatusCode.OK);

        JsonNode kept = (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/units/{Unit}/contacts")).Json;
        Assert.Equal(["ubnd@thuyhung.example.vn", "vanhoa@thuyhung.example.vn"], kept["emails"]!.AsArray().Select(e => e!.GetValue<string>()));
        Assert.Equal("+84912345678", kept["phones"]![0]!.GetValue<string>());
        Assert.Contains("vanhoa@thuyhung.example.vn", await commune.OpenAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong-phai-dia-chi")]
    [InlineData("a@b.vn, c@d.vn")]
    [InlineData("Ông A <a@b.vn>")]
    [InlineData("a@b.vn\u000bBcc: x@y.vn")]
    [InlineData("a@b.vn Bcc:x@y.vn")]
    [InlineData("a@b..vn")]
    [InlineData("@b.vn")]
    [InlineData("a@")]
    public async Task Contacts_ThatAreNoAddress_AreRefusedByLine(string line)
    {
        Api commune = await app.CallerAsync("commune", "xa-xuan-long");
        Answer answer = await commune.PostAsync($"/api/plans/{TestPlan.Id}/units/xa-xuan-long/contacts", new { emails = "dung@xl.example.vn\n" + line, phones = "" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (answer.Status, answer.Json["errors"]!["emails"] is not null));
        Answer form = await commune.SendFormAsync(OfficeForms.InPlan("/can-bo/don-vi/xa-xuan-long/lien-lac"), ("emails", line));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        Assert.Empty((await commune.GetAsync($"/api/plans/{TestPlan.Id}/units/xa-xuan-long/contacts")).Json["emails"]!.AsArray());
    }

    [Fact]
    public async Task Messages_AreForTheOffice()
    {
        Assert.Contains("Thư, tin nhắn đã gửi", await app.Administrator.OpenAsync("/can-bo/tin-gui?tinh-trang=failed"), StringComparison.Ordinal);
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        Assert.Equal(HttpStatusCode.Forbidden, (await commune.GetAsync("/can-bo/tin-gui")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/messages/khong-co/send-again")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/messages/a'b/send-again")).Status);
    }
}
