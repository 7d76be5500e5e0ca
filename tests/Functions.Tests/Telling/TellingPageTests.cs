using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Telling;

/// <summary>An office without a gateway: nobody is told by itself, and the pages say so, with the list to ring.</summary>
public sealed partial class TellingPageTests(RunningApp app)
{
    [Fact]
    public async Task Postponed_WithoutAGateway_SaysWhoWasNotTold_AndEachIsTickedOff()
    {
        (string id, string[] codes) = await ClassAsync(3);
        string page = $"/can-bo/lop/{id}", list = page + "/bao-tin";
        Answer done = await app.Administrator.SendFormAsync(page, page + "/hoan", ("reason", "Mưa lũ"));
        string after = WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text);
        Assert.DoesNotContain("mọi người đã đăng ký", after, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"Đã báo \d+ đơn vị; 3 người đăng ký chưa được báo\.", after);
        JsonNode notice = (await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray()
            .Single(n => n!["notice"].Text("kind") == "classPostponed")!["notice"]!;
        Assert.Contains(TestPlan.OtherCommune, notice["toUnits"]!.AsArray().Select(u => u!.GetValue<string>()));

        // The commune rings its own people, the lead all of them.
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune), lead = await app.CallerAsync("commune", TestPlan.Commune);
        string its = await other.OpenAsync(list);
        Assert.Contains("Cần gọi 1 người", its, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Văn Thử 1<", its, StringComparison.Ordinal);
        string all = await lead.OpenAsync(list);
        Assert.Contains("Cần gọi 3 người", all, StringComparison.Ordinal);
        Assert.Contains("Lý do: Mưa lũ. Xin nhắc lại", Spaces().Replace(all, " "), StringComparison.Ordinal);
        Assert.Contains("(ho ten): Lop ", all, StringComparison.Ordinal);
        Assert.Contains("(ma dang ky)", all, StringComparison.Ordinal);
        Assert.Contains("tel:0912345678", all, StringComparison.Ordinal);
        Assert.Contains("Dán vào nhóm Zalo", all, StringComparison.Ordinal);
        Assert.Contains("Kính thưa bà con!", all, StringComparison.Ordinal);
        Assert.Contains("tạm hoãn. Ngày học mới sẽ báo sau", all, StringComparison.Ordinal);
        Assert.Contains("Báo tin cho 3 người", await lead.OpenAsync("/can-bo/lop/" + id), StringComparison.Ordinal);
        Assert.Contains("Báo tin cho 1 người", await other.OpenAsync("/can-bo/lop/" + id), StringComparison.Ordinal);

        Answer nobody = await lead.SendFormAsync(list, list, ("act", "mark"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Answer foreign = await other.SendFormAsync(list, list, ("act", "mark"), ("codes[]", codes[0]));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Answer unknown = await lead.SendFormAsync(list, list, ("act", "mark"), ("codes[]", "00000000"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        (await other.SendFormAsync(list, list, ("act", "mark"), ("codes[]", codes[2]))).Must(HttpStatusCode.OK);
        Assert.DoesNotContain("Báo tin cho", await other.OpenAsync("/can-bo/lop/" + id), StringComparison.Ordinal);
        string rest = await lead.OpenAsync(list);
        Assert.Contains("Cần gọi 2 người", rest, StringComparison.Ordinal);
        Assert.Contains("commune xa-binh-trung (Xã Bình Trung) báo lúc", rest, StringComparison.Ordinal);

        (await lead.SendFormAsync(list, list, ("act", "all"))).Must(HttpStatusCode.OK);
        Assert.Contains("cả 3 người đăng ký đã được báo", (await lead.OpenAsync(list)).ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Empty((await app.Administrator.ClassAsync(id))["untold"]!.AsArray());

        // A tick set by mistake is taken away, and the task is back.
        (await lead.SendFormAsync(list, list, ("act", "undo"))).Must(HttpStatusCode.OK);
        Assert.Contains("Cần gọi 1 người", await lead.OpenAsync(list), StringComparison.Ordinal);
        string audit = (await app.Administrator.GetAsync("/api/audit")).Text;
        Assert.Contains("people-told", audit, StringComparison.Ordinal);
        Assert.Contains("telling-read", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_SentTwice_IsOnce_AndWhoLeavesNeedNotBeTold()
    {
        (string id, string[] codes) = await ClassAsync(3);
        (await app.Administrator.PostAsync($"/api/classes/{id}/cancel", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        string list = $"/can-bo/lop/{id}/bao-tin", html = (await app.Administrator.GetAsync(OfficeForms.InPlan(list))).Must(HttpStatusCode.OK).Text;
        string notice = Notice().Match(html).Groups[1].Value;
        for (int tap = 0; tap < 2; tap++)
        {
            FormUrlEncodedContent form = new([new("notice", notice), new("act", "mark"), new("codes[]", codes[0]), new("_key", "hai-lan-" + id)]);
            (await app.Administrator.SendAsync(HttpMethod.Post, list, form)).Must(HttpStatusCode.OK);
        }

        JsonNode open = Assert.Single((await app.Administrator.ClassAsync(id))["untold"]!.AsArray())!;
        Assert.Equal(2, open["left"]!.AsObject().Sum(l => l.Value!.GetValue<int>()));
    }

    [Fact]
    public async Task MovedUp_WhenSomebodyCancels_IsToldToTheCommuneAndTheLead()
    {
        (string id, string[] codes) = await ClassAsync(2, capacity: 2);
        JsonNode waits = await app.Public.RegisteredAsync(id, SampleClass.Person(9, TestPlan.OtherCommune));
        Assert.Equal("waitlisted", waits.Text("status"));
        (await app.Administrator.PostAsync($"/api/classes/{id}/registrations/{codes[0]}/cancel", new { reason = "Ốm" })).Must(HttpStatusCode.OK);

        foreach (string unit in (string[])[TestPlan.OtherCommune, TestPlan.Commune])
        {
            Api commune = await app.CallerAsync("commune", unit);
            JsonArray inbox = (await commune.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Must(HttpStatusCode.OK).Json.AsArray();
            Assert.Single(inbox, e => e!.Text("kind") == "promoted" && e!["about"].Text("id") == id);
            Assert.Contains("Báo tin cho 1 người", await commune.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
            Assert.Contains("1 người đăng ký chưa được báo tin", await commune.OpenAsync($"/can-bo/lop/{id}/danh-sach"), StringComparison.Ordinal);
        }

        // The person gives the seat back: there is nobody to be told any more.
        (await app.Administrator.PostAsync($"/api/classes/{id}/registrations/{waits.Text("code")}/cancel", new { reason = "Ốm" })).Must(HttpStatusCode.OK);
        Assert.Empty((await app.Administrator.ClassAsync(id))["untold"]!.AsArray());
    }

    [Fact]
    public async Task OwnMessage_IsTried_SentOnce_AndOpensTheListOfItsPeople()
    {
        (string id, _) = await ClassAsync(3);
        string form = $"/can-bo/lop/{id}/nhan-tin", list = $"/can-bo/lop/{id}/bao-tin";
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(OfficeForms.InPlan(form))).Status);

        Answer tooLong = await app.Administrator.SendFormAsync(form, form, ("group", "confirmed"), ("text", new string('n', 150)));
        int over = int.Parse(TooMany().Match(WebUtility.HtmlDecode(tooLong.Text)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        foreach ((int less, HttpStatusCode status) in ((int, HttpStatusCode)[])[(over - 1, HttpStatusCode.UnprocessableEntity), (over, HttpStatusCode.OK)])
        {
            string written = new('n', 150 - less);
            Assert.Equal(status, (await app.Administrator.SendFormAsync(form, form, ("group", "confirmed"), ("text", written), ("act", "try"))).Status);
        }

        Answer wide = await app.Administrator.SendFormAsync(form, form, ("group", "confirmed"), ("text", "你好 😀!"), ("act", "send"));
        Assert.Contains("tin sẽ trống", WebUtility.HtmlDecode(wide.Text), StringComparison.Ordinal);
        Answer nobody = await app.Administrator.SendFormAsync(form, form, ("group", "waitlisted"), ("text", "Mang theo ủng"));
        Assert.Contains("Không có ai trong nhóm này", WebUtility.HtmlDecode(nobody.Text), StringComparison.Ordinal);
        Answer tried = await app.Administrator.SendFormAsync(form, form, ("group", "confirmed"), ("text", "Mang theo ủng"), ("act", "try"));
        string shown = WebUtility.HtmlDecode(tried.Must(HttpStatusCode.OK).Text);
        Assert.Contains("Hoang Van Thu 1: Mang theo ung (Lop ", shown, StringComparison.Ordinal);
        Assert.Contains("Chưa có cổng tin nhắn", shown, StringComparison.Ordinal);
        Assert.Empty((await app.Administrator.ClassAsync(id))["untold"]!.AsArray());

        Answer sent = await app.Administrator.SendFormAsync(
            form, form, ("group", "confirmed"), ("unitId", TestPlan.OtherCommune), ("text", "Mang theo ủng"), ("act", "send"));
        string after = WebUtility.HtmlDecode(sent.Must(HttpStatusCode.OK).Text);
        Assert.Contains("Cần gọi 1 người", after, StringComparison.Ordinal);
        Assert.Contains("Đã ghi lời nhắn.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("đã đi", after, StringComparison.Ordinal);
        Assert.Contains("Mang theo ủng. Xin nhắc lại", Spaces().Replace(after, " "), StringComparison.Ordinal);
        JsonArray inbox = (await other.GetAsync($"/api/plans/{TestPlan.Id}/inbox")).Must(HttpStatusCode.OK).Json.AsArray();
        JsonNode entry = Assert.Single(inbox, e => e!.Text("kind") == "classMessage" && e!["about"].Text("id") == id)!;
        Assert.Equal("Mang theo ủng", entry.Text("detail"));
        Assert.Contains("Cần gọi 1 người", await other.OpenAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnMessage_UnderTheSameKey_IsSentOnce()
    {
        (string id, _) = await ClassAsync(1);
        for (int tap = 0; tap < 2; tap++)
        {
            FormUrlEncodedContent form = new([new("group", "confirmed"), new("text", "Mang theo ủng"), new("act", "send"), new("_key", "nhan-" + id)]);
            (await app.Administrator.SendAsync(HttpMethod.Post, $"/can-bo/lop/{id}/nhan-tin", form)).Must(HttpStatusCode.OK);
        }

        Assert.Single((await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray(),
            n => n!["notice"].Text("kind") == "classMessage");
    }

    [Fact]
    public async Task NewDates_TakeThePlaceOfThePostponement_AndReachTheCommunes()
    {
        (string id, _) = await ClassAsync(3);
        (await app.Administrator.PostAsync($"/api/classes/{id}/postpone", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        DateTimeOffset day = SampleClass.FarAway.AddDays(9);
        (await app.Administrator.PostAsync($"/api/classes/{id}/reschedule", SampleClass.Announcement(day.AddDays(-2), day))).Must(HttpStatusCode.OK);

        JsonNode open = Assert.Single((await app.Administrator.ClassAsync(id))["untold"]!.AsArray())!;
        Assert.Equal("classRescheduled", open.Text("kind"));
        Assert.Equal(1, open["left"]!.Number(TestPlan.OtherCommune));
        string list = await app.Administrator.OpenAsync($"/can-bo/lop/{id}/bao-tin");
        Assert.Contains("có ngày học mới", list, StringComparison.Ordinal);
        Assert.Contains("Đổi lịch", await app.Public.OpenAsync("/"), StringComparison.Ordinal);
    }

    // The last of its people is of another commune; the first left a phone.
    private async Task<(string Id, string[] Codes)> ClassAsync(int people, int capacity = 50)
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity));
        List<string> codes = [];
        for (int n = 1; n <= people; n++)
        {
            JsonObject person = SampleClass.Person(n, n == 3 ? TestPlan.OtherCommune : TestPlan.Commune);
            if (n == 1) person["phone"] = "0912 345 678";
            codes.Add((await app.Public.RegisteredAsync(id, person)).Text("code"));
        }

        return (id, [.. codes]);
    }

    [GeneratedRegex("bớt ít nhất ([0-9]+) chữ")]
    private static partial Regex TooMany();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("name=\"notice\" value=\"([^\"]*)\"")]
    private static partial Regex Notice();
}
