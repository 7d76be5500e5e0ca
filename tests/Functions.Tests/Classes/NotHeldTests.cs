using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Classes;

/// <summary>A class nobody came to, one that only the paper knows of, and one that a flood stopped after its first session.</summary>
[Collection(ClockCollection.Name)]
public sealed class NotHeldTests(RunningApp app)
{
    [Fact]
    public async Task Class_NobodyCameTo_IsUnconfirmed_AndCalledNotHeldByAForm()
    {
        string id = await PastAsync(people: 2);
        (await app.Administrator.PostAsync($"/api/classes/{id}/sessions/1/attendance", Marks((await CodesAsync(id))[0], "absent"))).Must(HttpStatusCode.OK);
        string page = await app.Administrator.OpenAsync($"/can-bo/lop/{id}");
        Assert.Contains("Chưa xác nhận đã học", page, StringComparison.Ordinal);
        Assert.Contains("Lớp không diễn ra", page, StringComparison.Ordinal);
        Assert.Contains("holdingUnconfirmed", await ToldAsync(id));
        Answer report = await app.Administrator.PostAsync($"/api/classes/{id}/report", new { results = "Lớp học tốt." });
        Assert.Equal((HttpStatusCode.Conflict, "marks-missing"), (report.Status, report.Problem));

        Answer unsaid = await app.Administrator.SendFormAsync($"/can-bo/lop/{id}", $"/can-bo/lop/{id}/khong-dien-ra", ("reason", "Không ai đến"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Answer done = await app.Administrator.SendFormAsync(
            $"/can-bo/lop/{id}", $"/can-bo/lop/{id}/khong-dien-ra", ("reason", "Không ai đến"), ("newDates", "true"));
        Assert.Contains("Đã ghi: lớp không diễn ra.", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);

        JsonNode c = await app.Administrator.ClassAsync(id);
        Assert.Equal(("postponed", "Không ai đến"), (c.Text("stage"), c.Text("reason")));
        Assert.Empty(c["sessionCounts"]!.AsArray());
        // Its day is over: to villagers nothing is "put off".
        string open = await app.Public.OpenAsync("/"), own = await app.Public.OpenAsync($"/lop/{id}");
        Assert.Matches("Lớp [^.]* đã không diễn ra\\. Ngày học mới sẽ được thông báo", open);
        Assert.Contains("Lớp này đã không diễn ra vào", own, StringComparison.Ordinal);
        Assert.DoesNotContain("tạm hoãn", own, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("classNotHeld", await ToldAsync(id));
        string list = await app.Administrator.OpenAsync($"/can-bo/lop/{id}/bao-tin");
        Assert.Contains("Cần gọi 2 người", list, StringComparison.Ordinal);
        Assert.Contains("da khong hoc, se bao ngay moi", list, StringComparison.Ordinal);
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        (await app.Administrator.PostAsync($"/api/classes/{id}/reschedule", SampleClass.Announcement(day.AddDays(-2), day))).Must(HttpStatusCode.OK);
        await app.AdvanceAsync(day.AddDays(-1));
        await app.Administrator.ReachesAsync(id, "confirmed");
        // What was marked on the old day is not there on the new one.
        string attendance = await app.Administrator.OpenAsync($"/can-bo/lop/{id}/diem-danh/1");
        Assert.Contains("value=\"absent\"", attendance, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"absent\" checked", attendance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_NobodyRegisteredFor_IsUnconfirmedOnceItsDatesAreOver_AndGetsNewOnes()
    {
        string id = await PastAsync(people: 0);
        string page = await app.Administrator.OpenAsync($"/can-bo/lop/{id}");
        Assert.Contains("Chưa xác nhận đã học", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang đăng ký", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/can-bo/lop/{id}/mo-tiep", page, StringComparison.Ordinal);
        Answer done = await app.Administrator.SendFormAsync(
            $"/can-bo/lop/{id}", $"/can-bo/lop/{id}/khong-dien-ra", ("reason", "Không ai đăng ký"), ("newDates", "true"));
        Assert.Contains("Đã ghi: lớp không diễn ra.", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        (await app.Administrator.PostAsync($"/api/classes/{id}/reschedule", SampleClass.Announcement(day.AddDays(-2), day))).Must(HttpStatusCode.OK);
        await app.Administrator.ReachesAsync(id, "registering");
    }

    [Fact]
    public async Task Class_NobodyRegisteredFor_IsHeldWhereSomebodyComes()
    {
        string id = await PastAsync(people: 0);
        Assert.Contains("tooFewRegistered", await ToldAsync(id));
        Assert.Contains("holdingUnconfirmed", await ToldAsync(id));
        (await app.Administrator.PostAsync($"/api/classes/{id}/sessions/1/walk-ins", SampleClass.Person(7))).Must(HttpStatusCode.Created);
        await app.Administrator.ReachesAsync(id, "reporting");
        Assert.Equal(1, (await app.Administrator.ClassAsync(id))["sessionCounts"]![0].Number("walkIns"));
        Answer notHeld = await app.Administrator.PostAsync($"/api/classes/{id}/not-held", new { reason = "Nhầm", newDates = false });
        Assert.Equal((HttpStatusCode.Conflict, "somebody-came"), (notHeld.Status, notHeld.Problem));
    }

    [Fact]
    public async Task Class_OnlyThePaperKnows_IsHeld_AndReportedOnceItsSignaturesAreMarks()
    {
        string id = await PastAsync(people: 2);
        string path = $"/api/classes/{id}";
        (await app.Administrator.PostAsync(path + "/evidence", Files.Upload(Files.Pdf("giay"), "signedSheet", 1, 2))).Must(HttpStatusCode.Created);
        Assert.DoesNotContain("Chưa xác nhận đã học", await app.Administrator.OpenAsync($"/can-bo/lop/{id}"), StringComparison.Ordinal);
        Assert.Equal("marks-missing", (await app.Administrator.PostAsync(path + "/report", new { results = "Tốt" })).Problem);
        foreach (string code in await CodesAsync(id))
            (await app.Administrator.PostAsync(path + "/sessions/1/attendance", Marks(code, "present"))).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync(path + "/report", new { results = "Lớp học tốt." })).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync(path + "/report/approve")).Must(HttpStatusCode.OK);
        Assert.Equal(2, (await app.Administrator.ClassAsync(id))["figures"].Number("attended"));
    }

    [Fact]
    public async Task Class_StoppedByAFlood_KeepsWhoCame_AndEndsEarly()
    {
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        string id = await app.Administrator.OpenClassAsync(closes: day.AddDays(-2), day: day);
        string code = (await app.Public.RegisteredAsync(id, SampleClass.Person(1))).Text("code");
        await app.AdvanceAsync((await app.Administrator.ClassAsync(id))["sessions"]![0]!["endsAt"]!.GetValue<DateTimeOffset>().AddMinutes(30));
        await app.Administrator.ReachesAsync(id, "holding");
        string path = $"/api/classes/{id}";
        (await app.Administrator.PostAsync(path + "/sessions/1/attendance", Marks(code, "present"))).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync(path + "/postpone", new { reason = "Lũ" })).Must(HttpStatusCode.OK);
        Assert.Equal("somebody-came", (await app.Administrator.PostAsync(path + "/cancel", new { reason = "Lũ" })).Problem);

        Answer done = await app.Administrator.SendFormAsync($"/can-bo/lop/{id}", $"/can-bo/lop/{id}/ket-thuc-som", ("reason", "Đường sạt lở"));
        Assert.Contains("Đã kết thúc lớp", WebUtility.HtmlDecode(done.Must(HttpStatusCode.OK).Text), StringComparison.Ordinal);

        JsonNode c = await app.Administrator.ClassAsync(id);
        Assert.Equal(("reporting", 1), (c.Text("stage"), c["sessions"]!.AsArray().Count));
        Assert.Contains("classEndedEarly", await ToldAsync(id));
        (await app.Administrator.PostAsync(path + "/evidence", Files.Upload(Files.Pdf("lu")))).Must(HttpStatusCode.Created);
        (await app.Administrator.PostAsync(path + "/report", new { results = "Học được một buổi.", differenceNote = "Lũ" })).Must(HttpStatusCode.OK);
        (await app.Administrator.PostAsync(path + "/report/approve")).Must(HttpStatusCode.OK);
        Assert.Equal(1, (await app.Administrator.ClassAsync(id))["figures"].Number("attended"));
    }

    private async Task<string> PastAsync(int people)
    {
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        string id = await app.Administrator.OpenClassAsync(closes: day.AddDays(-2), day: day);
        for (int i = 1; i <= people; i++) await app.Public.RegisteredAsync(id, SampleClass.Person(i));
        await app.AdvanceAsync(day.AddDays(1));
        await app.Administrator.ReachesAsync(id, "reporting");
        return id;
    }

    private async Task<string[]> CodesAsync(string id) => [.. (await app.Administrator.RosterAsync(id))["lines"]!.AsArray().Select(r => r.Text("code"))];

    private async Task<string[]> ToldAsync(string id) =>
        [.. (await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray().Select(n => n!["notice"].Text("kind"))];

    private static object Marks(string code, string mark) => new { marks = new[] { new { code, mark } } };
}
