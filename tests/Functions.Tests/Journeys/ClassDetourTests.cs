using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>Classes that do not go straight: too few people, new dates, a flood, called off.</summary>
[Collection(ClockCollection.Name)]
public sealed class ClassDetourTests(RunningApp app)
{
    [Fact]
    public async Task Class_TooFewRegister_AsksAndIsExtended()
    {
        JsonObject form = SampleClass.PlanForm();
        form["minimum"] = 5;
        (string id, DateTimeOffset day) = await OpenAsync(form);
        await app.AdvanceAsync(day.AddDays(-3).AddMinutes(1));
        await TellsAsync(id, "tooFewRegistered");
        Assert.Equal("registering", (await app.Administrator.ClassAsync(id)).Text("stage"));

        (await PostAsync(id, "extend", new { registrationClosesAt = day.AddDays(-1) })).Must(HttpStatusCode.OK);
        for (int i = 1; i <= 5; i++) await app.Public.RegisteredAsync(id, SampleClass.Person(i));
        await app.AdvanceAsync(day.AddDays(-1).AddMinutes(1));
        await app.Administrator.ReachesAsync(id, "confirmed");
        Assert.Equal("class-stage", (await PostAsync(id, "extend", new { registrationClosesAt = day })).Problem);
    }

    [Fact]
    public async Task Class_PostponedAndRescheduled_OpensAgainWithItsPeople()
    {
        (string id, DateTimeOffset day) = await OpenAsync(SampleClass.PlanForm());
        await app.Public.RegisteredAsync(id, SampleClass.Person(1));
        (await PostAsync(id, "postpone", new { reason = "Trùng vụ gặt." })).Must(HttpStatusCode.OK);
        Assert.Equal("registration-not-open", (await app.Public.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(2))).Problem);
        (await PostAsync(id, "reschedule", SampleClass.Announcement(day.AddDays(2), day.AddDays(4)))).Must(HttpStatusCode.OK);
        await app.Administrator.ReachesAsync(id, "registering");
        await app.Public.RegisteredAsync(id, SampleClass.Person(2));
        Assert.Equal(2, (await app.Administrator.ClassAsync(id))["seats"].Number("confirmed"));
        await TellsAsync(id, "classPostponed", "classRescheduled");
    }

    [Fact]
    public async Task Class_InterruptedByAFlood_CatchesUpItsRemainingSession()
    {
        (string id, DateTimeOffset day) = await OpenAsync(SampleClass.PlanForm());
        await app.Public.RegisteredAsync(id, SampleClass.Person(1));
        JsonNode sessions = (await app.Administrator.ClassAsync(id))["sessions"]!;
        await app.AdvanceAsync(sessions[0]!["endsAt"]!.GetValue<DateTimeOffset>().AddMinutes(5));
        await app.Administrator.ReachesAsync(id, "holding");
        (await PostAsync(id, "postpone", new { reason = "Lũ về." })).Must(HttpStatusCode.OK);
        JsonObject rest = new() { ["sessions"] = new JsonArray(SampleClass.Session(day.AddDays(2), "07:30", "11:00")) };
        (await PostAsync(id, "reschedule", rest)).Must(HttpStatusCode.OK);
        await app.AdvanceAsync(day.AddDays(3));
        await app.Administrator.ReachesAsync(id, "reporting");
        Assert.Equal(2, (await app.Administrator.ClassAsync(id))["sessions"]!.AsArray().Count);
    }

    /// <remarks>The page of signatures was a 500 for ever, for each of the three.</remarks>
    [Fact]
    public async Task Class_InterruptedWhereSomebodyWhoAttendedCancels_KeepsItsPapers()
    {
        (string id, DateTimeOffset day) = await OpenAsync(SampleClass.PlanForm());
        List<string> codes = [];
        for (int i = 1; i <= 4; i++) codes.Add((await app.Public.RegisteredAsync(id, SampleClass.Person(i))).Text("code"));
        JsonNode sessions = (await app.Administrator.ClassAsync(id))["sessions"]!;
        await app.AdvanceAsync(sessions[0]!["endsAt"]!.GetValue<DateTimeOffset>().AddMinutes(5));
        await app.Administrator.ReachesAsync(id, "holding");
        // Of the first three: there by tap and not on paper; on paper and not there; on paper and nothing tapped.
        await MarkAsync(id, (codes[0], "present"), (codes[1], "absent"), (codes[3], "present"));
        (await app.Administrator.PostAsync($"/api/classes/{id}/sessions/1/signatures", new { signers = (string[])[codes[1], codes[2], codes[3]] })).Must(HttpStatusCode.OK);
        (await PostAsync(id, "postpone", new { reason = "Lũ về." })).Must(HttpStatusCode.OK);
        for (int i = 0; i < 3; i++)
            (await app.Public.PostAsync($"/api/public/classes/{id}/registrations/cancel", new { code = codes[i], birthYear = 1961 + i })).Must(HttpStatusCode.OK);

        string page = (await app.Administrator.GetAsync($"/can-bo/lop/{id}/chu-ky/1")).Must(HttpStatusCode.OK).Text;
        Assert.Contains("đã hủy đăng ký sau buổi này", page, StringComparison.Ordinal);
        Assert.Contains("Buổi đã dự vẫn được tính là có dự.", page, StringComparison.Ordinal);
        await MarkAsync(id, (codes[2], "present"));
        (await app.Administrator.GetAsync($"/can-bo/lop/{id}/diem-danh/1")).Must(HttpStatusCode.OK);
        (await app.Administrator.GetAsync($"/can-bo/lop/{id}/diem-danh.xlsx")).Must(HttpStatusCode.OK);

        JsonObject rest = new() { ["sessions"] = new JsonArray(SampleClass.Session(day.AddDays(2), "07:30", "11:00")) };
        (await PostAsync(id, "reschedule", rest)).Must(HttpStatusCode.OK);
        await app.AdvanceAsync(day.AddDays(3));
        await app.Administrator.ReachesAsync(id, "reporting");
        (await app.Administrator.PostAsync($"/api/classes/{id}/sessions/1/signatures", new { signers = codes })).Must(HttpStatusCode.OK);
        Assert.DoesNotContain(codes[0], (await app.Administrator.GetAsync($"/can-bo/lop/{id}/diem-danh/2")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("Đã dự rồi mới hủy đăng ký", (await app.Administrator.GetAsync($"/can-bo/lop/{id}/bao-cao")).Must(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_Cancelled_TellsEverybodyAndIsOver()
    {
        (string id, _) = await OpenAsync(SampleClass.PlanForm());
        await app.Public.RegisteredAsync(id, SampleClass.Person(1));
        (await PostAsync(id, "cancel", new { reason = "Ghép lớp." })).Must(HttpStatusCode.OK);
        JsonNode notices = (await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Json;
        JsonNode told = notices.AsArray().Single(n => n!["notice"].Text("kind") == "classCancelled")!["notice"]!;
        Assert.True(told["toParticipants"]!.GetValue<bool>());
        Assert.Equal("registration-closed", (await app.Public.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(2))).Problem);
        Assert.Equal("class-stage", (await PostAsync(id, "postpone", new { reason = "Muộn." })).Problem);
    }

    private async Task MarkAsync(string id, params (string Code, string Mark)[] marks) => (await app.Administrator.PostAsync(
        $"/api/classes/{id}/sessions/1/attendance", new { marks = marks.Select(m => new { code = m.Code, mark = m.Mark }) })).Must(HttpStatusCode.OK);

    private async Task<(string Id, DateTimeOffset Day)> OpenAsync(JsonObject form)
    {
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        return (await app.Administrator.OpenClassAsync(form, closes: day.AddDays(-3), day: day), day);
    }

    private Task<Answer> PostAsync(string id, string act, object body) => app.Administrator.PostAsync($"/api/classes/{id}/{act}", body);

    private Task TellsAsync(string id, params string[] kinds) => Eventually.TrueAsync(
        async () => !kinds.Except((await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Json.AsArray().Select(n => n!["notice"].Text("kind"))).Any(),
        TimeSpan.FromSeconds(30), string.Join(", ", kinds));
}
