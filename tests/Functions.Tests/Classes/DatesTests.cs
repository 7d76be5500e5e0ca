using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>Dates that something speaks against: all warnings at once, and with a reason they stand.</summary>
public sealed class DatesTests(RunningApp app)
{
    [Fact]
    public async Task Announce_OnDatesThatAreWarnedOf_IsRefusedWithEachWarning_AndChangesNothing()
    {
        string id = await app.Administrator.PlannedAsync();
        Answer refused = await AnnounceAsync(id, SampleClass.FarAway.AddDays(6), null, Unique());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "dates-warned"), (refused.Status, refused.Problem));
        // Monday 16 February 2026: outside the plan's year, and Tết.
        string[] said = [.. refused.Json["errors"]!["sessions[0]"]!.AsArray().Select(e => e!.GetValue<string>())];
        Assert.Equal(2, said.Length);
        Assert.Contains("không thuộc năm kế hoạch 2024", said[0], StringComparison.Ordinal);
        Assert.Contains("là Tết Nguyên đán, cả nước nghỉ", said[1], StringComparison.Ordinal);
        Assert.Contains("reason", refused.Json["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal("planned", (await app.Administrator.ClassAsync(id)).Text("stage"));
    }

    [Fact]
    public async Task Announce_WithAReason_KeepsWhoChoseThemAndWhy_OnTheClass()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        string id = await commune.PlannedAsync();
        JsonNode c = (await AnnounceAsync(id, SampleClass.FarAway.AddDays(6), "Bà con về quê ăn Tết đông đủ", Unique(), commune)).Must(HttpStatusCode.OK).Json;
        JsonNode kept = Assert.Single(c["dateChoices"]!.AsArray())!;
        Assert.Equal(("Bà con về quê ăn Tết đông đủ", TestPlan.Commune), (kept.Text("reason"), kept.Text("byUnitId")));
        Assert.Equal(["outsideYear", "holiday"], kept["warnings"]!.AsArray().Select(w => w.Text("kind")));
        string page = await app.Administrator.OpenAsync($"/can-bo/lop/{id}");
        Assert.Contains("Vẫn chọn ngày này: Bà con về quê ăn Tết đông đủ", page, StringComparison.Ordinal);
        Assert.Contains("là Tết Nguyên đán", page, StringComparison.Ordinal);
        Assert.Contains("Giữ ngày học dù được nhắc", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announce_InAHallThatIsTakenThen_NamesTheOtherClass_AndTheFormAsksForTheReason()
    {
        string hall = Unique(), first = await app.Administrator.PlannedAsync();
        (await AnnounceAsync(first, SampleClass.FarAway.AddDays(2), "Ngày của bài thử", hall)).Must(HttpStatusCode.OK);
        string id = await app.Administrator.PlannedAsync();
        (string, string)[] form =
            [.. ClassPageTests.Announcement("2026-02-12").Where(f => f.Item1 is not ("venue" or "reason")), ("venue", hall.ToUpperInvariant())];
        string path = $"/can-bo/lop/{id}/thong-bao";
        Assert.DoesNotContain("o-reason", (await app.Administrator.GetAsync(path)).Text, StringComparison.Ordinal);
        Answer again = await app.Administrator.SubmitAsync(path, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        int number = (await app.Administrator.ClassAsync(first)).Number("numberInPlan");
        Assert.Contains("Cần xem lại ngày đã chọn", WebUtility.HtmlDecode(again.Text), StringComparison.Ordinal);
        Assert.Contains($"“Lớp {number} · Gia Cát · 12/02” học cùng giờ", WebUtility.HtmlDecode(again.ErrorAt("o-sessions-0-")), StringComparison.Ordinal);
        Assert.Contains("Hãy ghi lý do", again.ErrorAt("o-reason"), StringComparison.Ordinal);
        Assert.Equal("Đã gửi thông báo mở lớp vào Hộp thư của các đơn vị liên quan.",
            (await app.Administrator.SubmitAsync(path, [.. form, ("reason", "Hai lớp ghép chung")])).Done());
        // The other class was not asked: its page says it too.
        int own = (await app.Administrator.ClassAsync(id)).Number("numberInPlan");
        Assert.Contains($"“Lớp {own} · Gia Cát · 12/02” học cùng giờ", await app.Administrator.OpenAsync($"/can-bo/lop/{first}"), StringComparison.Ordinal);
        Assert.Contains("Lý do giữ: Hai lớp ghép chung", await app.Administrator.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcement_OfAPostponedClass_SaysThatItsDatesDoNotHold()
    {
        string id = await app.Administrator.PlannedAsync();
        (await AnnounceAsync(id, SampleClass.FarAway.AddDays(2), "Ngày của bài thử", Unique())).Must(HttpStatusCode.OK);
        Assert.DoesNotContain("không còn hiệu lực", await app.Administrator.OpenAsync($"/can-bo/lop/{id}/thong-bao"), StringComparison.Ordinal);
        (await app.Administrator.PostAsync($"/api/classes/{id}/postpone", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        string paper = await app.Administrator.OpenAsync($"/can-bo/lop/{id}/thong-bao");
        Assert.Contains("ngày học và hạn đăng ký trong thông báo này không còn hiệu lực", paper, StringComparison.Ordinal);
        Assert.Contains("Mưa lũ", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Trân trọng kính mời", paper, StringComparison.Ordinal);
        string people = await app.Public.OpenAsync($"/lop/{id}");
        Assert.Contains("Các ngày dưới đây không còn hiệu lực", people, StringComparison.Ordinal);
        (await app.Administrator.PostAsync($"/api/classes/{id}/cancel", new { reason = "Không mở nữa" })).Must(HttpStatusCode.OK);
        paper = await app.Administrator.OpenAsync($"/can-bo/lop/{id}/thong-bao");
        Assert.Contains("Lớp đã hủy: thông báo này không còn hiệu lực", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tour_OutsideItsQuarter_IsRefused_AndStandsWithAReason()
    {
        string tours = $"/api/plans/{TestPlan.Id}/tours";
        string id = (await app.Administrator.PostAsync(tours, new { plannedTourId = TestPlan.NextTour() })).Must(HttpStatusCode.Created).Json.Text("id");
        Answer refused = await TourAsync(null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "dates-warned"), (refused.Status, refused.Problem));
        Assert.Equal(["departsOn", "returnsOn", "reason"], refused.Json["errors"]!.AsObject().Select(e => e.Key));
        JsonNode tour = (await TourAsync("Nơi đến chỉ nhận đoàn lúc này")).Must(HttpStatusCode.OK).Json;
        Assert.Equal("Nơi đến chỉ nhận đoàn lúc này", tour["dateChoices"]![0].Text("reason"));
        Assert.Contains(
            "Vẫn chọn ngày này: Nơi đến chỉ nhận đoàn lúc này", await app.Administrator.OpenAsync($"/can-bo/tham-quan/{id}"), StringComparison.Ordinal);

        Task<Answer> TourAsync(string? reason) => app.Administrator.PostAsync($"{tours}/{id}/announce", new
        {
            destination = "Xã Hữu Lũng",
            departsOn = "2026-01-08",
            returnsOn = "2026-01-09",
            nominationsCloseAt = "2026-01-05T17:00:00+07:00",
            reason,
        });
    }

    [Fact]
    public async Task Registration_ThatClosesOnAHoliday_IsSaidOnTheClass()
    {
        string id = await app.Administrator.PlannedAsync();
        JsonObject form = SampleClass.Announcement(new(2026, 2, 17, 10, 0, 0, TimeSpan.Zero), new(2026, 2, 26, 0, 0, 0, TimeSpan.Zero));
        (await app.Administrator.PostAsync($"/api/classes/{id}/announce", form)).Must(HttpStatusCode.OK);
        Assert.Contains("Hạn đăng ký rơi vào ngày nghỉ (Tết Nguyên đán)", await app.Administrator.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
    }

    private static string Unique() => "hội trường " + Guid.NewGuid().ToString("N")[..8];

    private Task<Answer> AnnounceAsync(string id, DateTimeOffset day, string? reason, string hall, Api? by = null)
    {
        JsonObject form = SampleClass.Announcement(day.AddDays(-3), day);
        form["reason"] = reason;
        form["venue"] = hall;
        return (by ?? app.Administrator).PostAsync($"/api/classes/{id}/announce", form);
    }
}
