using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>What a villager sees of the classes.</summary>
public sealed class PublicPagesTests(RunningApp app)
{
    private readonly Api _visitor = app.Visitor();

    [Fact]
    public async Task Classes_SearchedWithoutAccents_AreFound()
    {
        string venue = "Nhà Đa Năng " + Guid.NewGuid().ToString("N")[..6];
        string id = await OpenAsync(venue);
        string link = $"href=\"/lop/{id}\"";
        Assert.Contains(link, await _visitor.PageAsync("/"), StringComparison.Ordinal);
        foreach (string query in (string[])
            [
                "tim=" + Uri.EscapeDataString(venue.Replace("Nhà Đa Năng", "nha da nang", StringComparison.Ordinal)), "tim=" + Uri.EscapeDataString(venue),
                $"xa={TestPlan.Commune}", $"xa={TestPlan.OtherCommune}", $"noi-dung={TestPlan.OpenStream}", "tu-ngay=2026-02-12", "tu-ngay=12/2/2026",
                    "tu-ngay=khong-ro", "tim=", "khac=1",
            ])
            Assert.Contains(link, await _visitor.PageAsync("/?" + query), StringComparison.Ordinal);
        foreach (string query in (string[])["noi-dung=hoi-vien-doan-vien", "tu-ngay=2026-02-13", "tim=khong-co-lop-nay"])
            Assert.DoesNotContain(link, await _visitor.PageAsync("/?" + query), StringComparison.Ordinal);
        string nothing = (await _visitor.PageAsync("/?tim=khong-co-lop-nay")).MainPart();
        Assert.Contains("Không có lớp nào khớp", nothing, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classes_OfTheCommuneThatWasChosen_ComeFirst()
    {
        string sought = "Nhà Đa Năng " + Guid.NewGuid().ToString("N")[..6];
        string earlier = await OpenAsync(sought), later = await OpenAsync(sought, day: 3, host: TestPlan.OtherCommune);
        async Task<int> PlaceAsync(string id, string query) =>
            (await _visitor.PageAsync($"/?tim={Uri.EscapeDataString(sought)}{query}")).IndexOf($"href=\"/lop/{id}/dang-ky\"", StringComparison.Ordinal);
        Assert.InRange(await PlaceAsync(earlier, ""), 1, await PlaceAsync(later, "") - 1);
        string query = $"&xa={TestPlan.OtherCommune}";
        Assert.InRange(await PlaceAsync(later, query), 1, await PlaceAsync(earlier, query) - 1);
        Assert.Single((await _visitor.PageAsync($"/?tim={Uri.EscapeDataString(sought)}{query}")).Split("Ngay tại xã")[1..]);
    }

    [Fact]
    public async Task Class_WithoutASeat_OrWithOtherDates_IsNotLostOnTheFirstPage()
    {
        string sought = "Nhà Đa Năng " + Guid.NewGuid().ToString("N")[..6];
        string id = await OpenAsync(sought, capacity: 1);
        for (int i = 1; i <= 2; i++) await _visitor.RegisterAsync(new(id), SampleClass.Person(i));
        string path = "/?tim=" + Uri.EscapeDataString(sought);
        string full = (await _visitor.PageAsync(path)).MainPart();
        Assert.Contains("Ghi tên chờ", full, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"panel card\"", full, StringComparison.Ordinal);

        (await app.Administrator.PostAsync($"/api/classes/{id}/postpone", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        Assert.Contains("Lớp thứ Năm, 12/02 tạm hoãn", (await _visitor.PageAsync(path)).MainPart(), StringComparison.Ordinal);
        (await app.Administrator.PostAsync($"/api/classes/{id}/reschedule",
            SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(5)))).Must(HttpStatusCode.OK);
        Assert.Contains("nay học 7 giờ 30 Chủ nhật, 15/02", (await _visitor.PageAsync("/")).MainPart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_WhileOpen_SaysWhenWhereAndHowManySeats()
    {
        string id = await OpenAsync("Nhà văn hóa thôn Nà Pài", capacity: 2);
        string page = (await _visitor.PageAsync($"/lop/{id}")).MainPart();
        foreach (string said in (string[])
            ["thứ Năm, 12/02/2026, từ 7 giờ 30 đến 11 giờ", "Nhà văn hóa thôn Nà Pài", "2 trên 2 chỗ", "Còn 2 chỗ", $"href=\"/lop/{id}/dang-ky\"", $"href=\"/lop/{id}/lich.ics\""])
            Assert.Contains(said, page, StringComparison.Ordinal);
        for (int i = 1; i <= 3; i++) await _visitor.RegisterAsync(new(id), SampleClass.Person(i));
        page = (await _visitor.PageAsync($"/lop/{id}")).MainPart();
        Assert.Contains("Hết chỗ</strong>, chỉ còn danh sách chờ (1 người đang chờ)", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/lop/{id}/dang-ky\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_BeforeRegistration_SaysWhenItOpens()
    {
        string id = await app.Administrator.PlannedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"/lop/{id}")).Status);
        JsonObject announcement = SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2));
        announcement["registrationOpensAt"] = SampleClass.FarAway.AddDays(-1).AddHours(8).ToString("O");
        (await app.Administrator.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        string page = (await _visitor.PageAsync($"/lop/{id}")).MainPart();
        Assert.Contains("nhận đăng ký từ 8 giờ thứ Hai, 09/02", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/dang-ky", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", (await _visitor.PageAsync($"/lop/{id}/dang-ky")).MainPart(), StringComparison.Ordinal);
        Answer refused = await _visitor.SendFormAsync($"/lop/{id}/dang-ky", Visits.Typed(SampleClass.Person(1)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Chưa mở đăng ký", refused.Text, StringComparison.Ordinal);
        Assert.Contains(SampleClass.Person(1).Text("fullName"), refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postpone", "Lớp này tạm hoãn", "SEQUENCE:1")]
    [InlineData("cancel", "Lớp này đã hủy", "SEQUENCE:1")]
    public async Task Class_CalledOff_SaysSoWithTheReason(string act, string said, string sequence)
    {
        string id = await OpenAsync("Nhà văn hóa xã");
        string receipt = await _visitor.RegisterAsync(new(id), SampleClass.Person(5));
        (await app.Administrator.PostAsync($"/api/classes/{id}/{act}", new { reason = "Mưa lũ, đường sạt lở" })).Must(HttpStatusCode.OK);
        foreach (string path in (string[])[$"/lop/{id}", $"/lop/{id}/dang-ky", receipt])
        {
            string page = (await _visitor.PageAsync(path)).MainPart();
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("Lý do: Mưa lũ, đường sạt lở", page, StringComparison.Ordinal);
        }

        string calendar = await _visitor.PageAsync($"/lop/{id}/lich.ics");
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains(sequence, calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_AreThereForEverybody()
    {
        string privacy = (await _visitor.PageAsync("/quyen-rieng-tu")).MainPart();
        Assert.Contains("Ban Chỉ đạo các Chương trình MTQG huyện Cao Lộc", privacy, StringComparison.Ordinal);
        Assert.Contains("730 ngày", privacy, StringComparison.Ordinal);
        Assert.Contains("91/2025/QH15", privacy, StringComparison.Ordinal);
        string practice = (await _visitor.PageAsync("/tap-du")).MainPart();
        Assert.Contains("Người quản trị chuyển ngày", practice, StringComparison.Ordinal);
        Assert.DoesNotContain("host-key", practice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lop/khong-co")]
    [InlineData("/lop/khong-co/dang-ky")]
    [InlineData("/lop/khong-co/lich.ics")]
    [InlineData("/lop/..%2f..")]
    public async Task Class_ThatIsNotThere_IsAKind404(string path)
    {
        Answer answer = await _visitor.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("Không tìm thấy lớp", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync(string venue, int capacity = 50, int day = 2, string host = TestPlan.Commune)
    {
        string id = await app.Administrator.PlannedAsync(SampleClass.PlanForm(capacity, host));
        JsonObject announcement = SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(day));
        announcement["venue"] = venue;
        (await app.Administrator.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        await app.Administrator.ReachesAsync(id, "registering");
        return id;
    }
}
