using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>What an office reads, words and switches, in an app of its own.</summary>
public sealed class NoticePagesTests(PostHouse house) : IClassFixture<PostHouse>
{
    private const string Page = "/can-bo/loi-bao";
    private const string Unit = "xa-hai-yen";

    [Fact]
    public async Task Words_OfTheOffice_AreTriedKeptAndSent()
    {
        const string Kind = Page + "/class-cancelled", Body = "Bà con ơi, {lớp} nghỉ.";
        string fresh = await house.Office.OpenAsync(Kind);
        Assert.Contains("{nơi mở lớp}", fresh, StringComparison.Ordinal);
        Assert.Contains("Không tắt được", fresh, StringComparison.Ordinal);

        Answer wrong = await SendAsync(Kind, "save", 0, ("subject", "Lớp nghỉ"), ("body", "Nghỉ {la}"), ("brief", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        string said = WebUtility.HtmlDecode(wrong.Text);
        Assert.Contains("Không có chỗ điền tên “la”", said, StringComparison.Ordinal);
        Assert.Contains("Thiếu {lớp}", said, StringComparison.Ordinal);
        Answer tooLong = await SendAsync(Kind, "save", 0, ("subject", "{lớp} nghỉ"), ("body", Body), ("brief", "{lớp} " + new string('n', 260)));
        Assert.Contains("nhiều nhất 160", WebUtility.HtmlDecode(tooLong.Text), StringComparison.Ordinal);

        Answer tried = await SendAsync(Kind, "try", 0, ("subject", "{lớp} nghỉ"), ("body", Body), ("brief", "{lớp} nghỉ. Mã {mã}."));
        Assert.Contains("Trong rau an toan (lop so 7) nghi. Ma AB12CD34.", WebUtility.HtmlDecode(tried.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        Assert.DoesNotContain("Đã sửa lời", await house.Office.OpenAsync(Page), StringComparison.Ordinal);

        for (int tap = 0; tap < 2; tap++)
            (await SendAsync(Kind, "save", 0, ("subject", "{lớp} nghỉ"), ("body", Body), ("brief", "{lớp} nghỉ. Mã {mã}."))).Must(HttpStatusCode.OK);
        Assert.Contains("Đã sửa lời", await house.Office.OpenAsync(Page), StringComparison.Ordinal);
        Answer stale = await SendAsync(Kind, "save", 0, ("subject", "{lớp} hoãn mãi"), ("body", Body), ("brief", "{lớp} nghỉ."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        string shown = WebUtility.HtmlDecode(stale.Text);
        Assert.Contains("Có người vừa sửa lời báo này", shown, StringComparison.Ordinal);
        Assert.Contains("{lớp} hoãn mãi", shown, StringComparison.Ordinal);
        Assert.Contains("Lời đang dùng", shown, StringComparison.Ordinal);

        string id = await house.OpenAsync("xa-gia-cat");
        JsonObject person = SampleClass.Person(1);
        person["phone"] = "0912 345 678";
        JsonNode registered = await house.Office.RegisteredAsync(id, person);
        (await house.Office.PostAsync($"/api/classes/{id}/cancel", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        JsonNode sent = await house.ReachesAsync(new(id), "classCancelled", "sent");
        Assert.EndsWith($" nghi. Ma {registered.Text("code")}.", house.Gateway.Calls.Single(c => c.Key == sent.Text("id")).Json.Text("text"),
            StringComparison.Ordinal);

        (await SendAsync(Kind, "reset", 1)).Must(HttpStatusCode.OK);
        Assert.Contains("không mở nữa", await house.Office.OpenAsync(Kind), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(Kind, "off", 2, ("reason", "bận"))).Status);
    }

    [Fact]
    public async Task Kind_ThatIsOff_StandsInTheHistoryAsNotSent()
    {
        const string Kind = Page + "/registration-opened";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(Kind, "off", 0)).Status);
        (await SendAsync(Kind, "off", 0, ("reason", "Đã có nhóm Zalo"))).Must(HttpStatusCode.OK);
        Assert.Contains("Đang tắt: Đã có nhóm Zalo", await house.Office.OpenAsync(Kind), StringComparison.Ordinal);

        await house.AddressAsync(Unit, "ubnd@haiyen.example.vn");
        string id = await house.OpenAsync(Unit);

        JsonNode[] notices = [.. (await house.Office.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray().Select(n => n!["notice"]!)];
        Assert.True(notices.Single(n => n.Text("kind") == "registrationOpened")["off"]!.GetValue<bool>());
        Assert.False(notices.Single(n => n.Text("kind") == "classAnnounced")["off"]!.GetValue<bool>());
        Assert.Contains("không gửi", await house.Office.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await house.MessagesAsync(new(id), "classAnnounced")).Length > 0, TimeSpan.FromSeconds(30), "the announcement is told");
        Assert.Empty(await house.MessagesAsync(new(id), "registrationOpened"));

        (await SendAsync(Kind, "on", 1)).Must(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Office.GetAsync(Page + "/khong-co")).Status);
    }

    private Task<Answer> SendAsync(string page, string act, int version, params (string Name, string Value)[] fields) =>
        house.Office.SendFormAsync(OfficeForms.InPlan(page), [("act", act), ("version", $"{version}"), .. fields]);
}
