using System.Globalization;
using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>An officer plans, announces and steers a class by forms alone.</summary>
public sealed class ClassPageTests(RunningApp app)
{
    private const string Day = "2026-02-12";

    [Fact]
    public async Task Class_PlannedAndAnnouncedByForms_LivesOn()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        Answer empty = await officer.SubmitAsync("/can-bo/lop/moi");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Hãy điền mục này", empty.ErrorAt("o-hostUnitId"), StringComparison.Ordinal);

        Answer planned = await officer.SubmitAsync("/can-bo/lop/moi", PlanForm);
        Assert.StartsWith("Đã đưa lớp vào kế hoạch", planned.Done(), StringComparison.Ordinal);
        string id = IdOf(planned);
        Assert.Contains("aria-current=\"step\"", planned.Text, StringComparison.Ordinal);

        string path = $"/can-bo/lop/{id}/thong-bao";
        Answer proposal = (await officer.GetAsync(path)).Must(HttpStatusCode.OK);
        Assert.Equal("07:30", proposal.ValueOf("sessions[0].from"));
        Assert.Contains("sessions[5].to", proposal.Text, StringComparison.Ordinal);

        Answer announced = await officer.SubmitAsync(path, Announcement());
        Assert.Equal("Đã gửi thông báo mở lớp vào Hộp thư của các đơn vị liên quan.", announced.Done());
        await officer.ReachesAsync(id, "registering");
        Assert.Equal("2026-02-10T10:00:00+00:00", (await officer.ClassAsync(id))["announcement"].Text("registrationClosesAt"));
        Answer page = await officer.GetAsync($"/can-bo/lop/{id}");
        Assert.Contains("thứ Năm, 12/02/2026, 7 giờ 30", page.Text, StringComparison.Ordinal);
        Assert.Contains("từ 13 giờ 30 đến 17 giờ", page.Text, StringComparison.Ordinal);

        Assert.Equal("Đã gia hạn đăng ký.", (await officer.SubmitAsync($"/can-bo/lop/{id}/gia-han", ("registrationClosesAt", "2026-02-11T17:00"))).Done());
        Answer few = await officer.SubmitAsync($"/can-bo/lop/{id}/so-cho", ("capacity", "không"));
        Assert.Equal(HttpStatusCode.BadRequest, few.Status);
        Assert.Contains("không nhận ra", few.ErrorAt("o-setseats-capacity"), StringComparison.Ordinal);
        Answer noReason = await officer.SubmitAsync($"/can-bo/lop/{id}/hoan");
        Assert.Equal("Hãy điền mục này.", noReason.ErrorAt("o-postpone-reason"));
        Assert.Equal("", noReason.ErrorAt("o-cancel-reason"));
        Assert.StartsWith("Đã tạm hoãn", (await officer.SubmitAsync($"/can-bo/lop/{id}/hoan", ("reason", "Mưa lũ"))).Done(), StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi ngày học mới.", (await officer.SubmitAsync(path, Announcement("2026-02-13"))).Done(), StringComparison.Ordinal);
        Assert.StartsWith("Đã hủy lớp", (await officer.SubmitAsync($"/can-bo/lop/{id}/huy", ("reason", "Ghép lớp"))).Done(), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"viec\"", (await officer.GetAsync($"/can-bo/lop/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcement_WithALineThatIsWrong_SaysSoAtThatLine_AndKeepsWhatWasTyped()
    {
        string id = await app.Administrator.PlannedAsync();
        Answer again = await app.Administrator.SubmitAsync(
            $"/can-bo/lop/{id}/thong-bao", ("venue", "Nhà văn hóa"), ("registrationClosesAt", "2026-02-10T17:00"),
            ("sessions[0].date", Day), ("sessions[0].from", "07:30"), ("sessions[0].to", "11:00"),
            ("sessions[1].date", ""), ("sessions[1].from", ""), ("sessions[1].to", ""),
            ("sessions[2].date", Day), ("sessions[2].from", "10:00"), ("sessions[2].to", "12:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("trùng hoặc trước buổi liền trên", again.ErrorAt("o-sessions-1-"), StringComparison.Ordinal);
        Assert.Equal("10:00", again.ValueOf("sessions[1].from"));
        Assert.Equal("Nhà văn hóa", again.ValueOf("venue"));
        Assert.Equal("planned", (await app.Administrator.ClassAsync(id)).Text("stage"));
    }

    [Fact]
    public async Task Preview_ShowsTheAnnouncement_AndChangesNothing()
    {
        string id = await app.Administrator.PlannedAsync();
        Answer preview = (await app.Administrator.SubmitAsync($"/can-bo/lop/{id}/thong-bao/xem-truoc", Announcement())).Must(HttpStatusCode.OK);
        Assert.Contains("THÔNG BÁO", preview.Text, StringComparison.Ordinal);
        Assert.Contains("thứ Năm, 12/02/2026, từ 7 giờ 30 đến 11 giờ", preview.Text, StringComparison.Ordinal);
        Assert.Equal("planned", (await app.Administrator.ClassAsync(id)).Text("stage"));
        Assert.Equal("Đã gửi thông báo mở lớp vào Hộp thư của các đơn vị liên quan.", (await app.Administrator.SubmitAsync(
            $"/can-bo/lop/{id}/thong-bao", [.. Announcement(), ("_key", preview.ValueOf("_key"))])).Done());
    }

    [Fact]
    public async Task Announcement_SentTwice_IsTheSameAsOnce()
    {
        string id = await app.Administrator.PlannedAsync();
        (string, string)[] form = [.. Announcement(), ("_key", "hai-lan")];
        (await app.Administrator.SubmitAsync($"/can-bo/lop/{id}/thong-bao", form)).Done();
        Assert.Equal(
            "Đã gửi thông báo mở lớp vào Hộp thư của các đơn vị liên quan.", (await app.Administrator.SubmitAsync($"/can-bo/lop/{id}/thong-bao", form)).Done());
        Answer other = await app.Administrator.SubmitAsync($"/can-bo/lop/{id}/thong-bao", Announcement());
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [Fact]
    public async Task List_FindsWithoutAccents_ByUnitAndStage_AndComesAsAFile()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        // Others plan many classes meanwhile, and a list has pages.
        string mark = Guid.NewGuid().ToString("N")[..8];
        string id = IdOf(await officer.SubmitAsync("/can-bo/lop/moi", [.. PlanForm, ("title", $"Trồng hồi ở Mẫu Sơn {mark}")]));
        Answer found = (await officer.GetAsync($"/can-bo/lop?tim=trong+HOI+o+mau+son+{mark}&giai-doan=Planned&cua-toi=true")).Must(HttpStatusCode.OK);
        Assert.Contains($"/can-bo/lop/{id}\"", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await officer.GetAsync($"/can-bo/lop?tim=trong+hoi+o+mau+son+{mark}&giai-doan=Closed")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await (await app.CallerAsync("commune", TestPlan.OtherCommune))
            .GetAsync($"/can-bo/lop?tim=trong+hoi+o+mau+son+{mark}&cua-toi=true")).Text, StringComparison.Ordinal);
        Assert.Contains(id, (await officer.GetAsync($"/can-bo/lop?tim=trong+hoi+o+mau+son+{mark}&giai-doan=closed&giai-doan=planned")).Text,
            StringComparison.Ordinal);
        Answer file = (await officer.GetAsync($"/can-bo/lop.xlsx?tim=trong+hoi+o+mau+son+{mark}")).Must(HttpStatusCode.OK);
        Assert.Equal((byte)'P', file.Body[0]);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.MediaType);
    }

    [Fact]
    public async Task List_ByGroup_ShowsWhatWaitsForTheOfficerApart()
    {
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string mark = Guid.NewGuid().ToString("N")[..8];
        string planned = IdOf(await officer.SubmitAsync("/can-bo/lop/moi", [.. PlanForm, ("title", $"Nhóm {mark} một")]));
        string open = IdOf(await officer.SubmitAsync("/can-bo/lop/moi", [.. PlanForm, ("title", $"Nhóm {mark} hai")]));
        (await officer.SubmitAsync($"/can-bo/lop/{open}/thong-bao", Announcement())).Done();
        await officer.ReachesAsync(open, "registering");
        string taking = (await officer.GetAsync($"/can-bo/lop?tim={mark}&nhom=open")).Must(HttpStatusCode.OK).Text;
        Assert.Contains($"/can-bo/lop/{open}\"", taking, StringComparison.Ordinal);
        Assert.DoesNotContain(planned, taking, StringComparison.Ordinal);
        string both = (await officer.GetAsync($"/can-bo/lop?tim={mark}&nhom=khong-co")).Must(HttpStatusCode.OK).Text;
        Assert.Contains(open, both, StringComparison.Ordinal);
        Assert.Contains(planned, both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_OfAnotherUnit_CanBeReadButNotSteered()
    {
        string id = await app.Administrator.OpenClassAsync();
        Api other = await app.CallerAsync("commune", TestPlan.OtherCommune);
        Answer page = (await other.GetAsync($"/can-bo/lop/{id}")).Must(HttpStatusCode.OK);
        Assert.DoesNotContain("id=\"viec\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhật ký thay đổi của lớp", page.Text, StringComparison.Ordinal);
        foreach (string act in (string[])["gia-han", "mo-tiep", "so-cho", "hoan", "huy", "thong-bao", "thong-bao/xem-truoc", "danh-sach/them-cho"])
        {
            Answer refused = await other.SubmitAsync($"/can-bo/lop/{id}/{act}", [.. Announcement(), ("reason", "thử"), ("capacity", "60")]);
            Assert.True(refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{act}: {refused.Status}");
        }

        Assert.Equal("registering", (await app.Administrator.ClassAsync(id)).Text("stage"));
        Assert.Contains("Nhật ký thay đổi của lớp", (await app.Administrator.GetAsync($"/can-bo/lop/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.CallerAsync("committee", "ban-chi-dao"))
            .SubmitAsync($"/can-bo/lop/{id}/huy", ("reason", "x"))).Status);
    }

    [Fact]
    public async Task Markup_InEveryText_ComesOutEncoded()
    {
        const string markup = "<script>alert(1)</script>";
        Api officer = await app.CallerAsync("commune", TestPlan.Commune);
        string id = IdOf(await officer.SubmitAsync("/can-bo/lop/moi", [.. PlanForm, ("title", "a" + markup)]));
        (string, string)[] announcement = [.. Announcement().Where(f => f.Item1 is not "venue"), ("venue", "b" + markup), ("number", "c" + markup)];
        List<Answer> pages = [await officer.SubmitAsync($"/can-bo/lop/{id}/thong-bao/xem-truoc", announcement)];
        (await officer.SubmitAsync($"/can-bo/lop/{id}/thong-bao", announcement)).Done();
        pages.Add(await officer.SubmitAsync($"/can-bo/lop/{id}/hoan", ("reason", "d" + markup)));
        pages.Add(await officer.GetAsync($"/can-bo/lop/{id}/thong-bao"));
        pages.Add(await officer.GetAsync($"/can-bo/lop/{id}?tim={Uri.EscapeDataString(markup)}"));
        pages.Add(await officer.GetAsync($"/can-bo/lop?tim={Uri.EscapeDataString("\">" + markup)}&cua-toi=true"));
        pages.Add(await app.Administrator.SubmitAsync($"/can-bo/lop/{id}/gia-han", ("registrationClosesAt", "\">" + markup)));
        Assert.All(pages, p => Assert.DoesNotContain("<script>alert", p.Text, StringComparison.Ordinal));
        Assert.All(pages.Take(4), p => Assert.Contains("&lt;script&gt;alert", p.Text, StringComparison.Ordinal));
    }

    private static readonly (string, string)[] PlanForm =
    [
        ("streamId", TestPlan.OpenStream), ("leadUnitId", TestPlan.Commune), ("hostUnitId", TestPlan.Commune), ("capacity", "20"), ("minimum", "1"),
        ("topicIds[]", "tong-quan-chuong-trinh"), ("topicIds[]", "bo-tieu-chi-xa"),
    ];

    internal static (string, string)[] Announcement(string day = Day) =>
    [
        ("venue", "Nhà văn hóa xã"), ("reason", "Ngày của bài thử"), ("registrationOpensAt", ""), ("registrationClosesAt", "2026-02-10T17:00"),
        ("sessions[0].date", day), ("sessions[0].from", "07:30"), ("sessions[0].to", "11:00"),
        ("sessions[1].date", day), ("sessions[1].from", "13:30"), ("sessions[1].to", "17:00"),
        ("sessions[2].date", ""), ("sessions[2].from", ""), ("sessions[2].to", ""),
    ];

    private static string IdOf(Answer page)
    {
        const string before = "/can-bo/lop/c";
        int at = page.Must(HttpStatusCode.OK).Text.IndexOf(before, StringComparison.Ordinal);
        return "c" + string.Concat(page.Text[(at + before.Length)..].TakeWhile(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
    }
}
