using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>One class from its announcement to its closing, as its commune runs it.</summary>
[Collection(ClockCollection.Name)]
public sealed class ClassJourneyTests(RunningApp app)
{
    [Fact]
    public async Task Class_FromAnnouncementToClosing_KeepsItsFigures()
    {
        Api commune = await app.CallerAsync("commune", TestPlan.Commune);
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        string id = await commune.OpenClassAsync(SampleClass.PlanForm(capacity: 3), closes: day.AddDays(-2), day: day);

        JsonNode[] people = [.. await RegisterFourAsync(id)];
        Assert.Equal(["confirmed", "confirmed", "confirmed", "waitlisted"], people.Select(p => p.Text("status")));
        Assert.Equal(1, people[3].Number("waitlistPlace"));

        JsonObject second = new() { ["code"] = people[1].Text("code"), ["birthYear"] = SampleClass.Person(2)["birthYear"]!.DeepClone() };
        (await app.Public.PostAsync($"/api/public/classes/{id}/registrations/cancel", second)).Must(HttpStatusCode.OK);
        JsonObject fourth = new() { ["code"] = people[3].Text("code"), ["birthYear"] = SampleClass.Person(4)["birthYear"]!.DeepClone() };
        Answer looked = await app.Public.PostAsync($"/api/public/classes/{id}/registrations/lookup", fourth);
        Assert.Equal("confirmed", looked.Must(HttpStatusCode.OK).Json.Text("status"));

        await app.AdvanceAsync(day.AddDays(-1));
        await commune.ReachesAsync(id, "confirmed");
        JsonNode first = (await commune.ClassAsync(id))["sessions"]![0]!;
        await app.AdvanceAsync(first["startsAt"]!.GetValue<DateTimeOffset>());
        await commune.ReachesAsync(id, "holding");

        JsonArray marks = [Mark(people[0], "present"), Mark(people[2], "present"), Mark(people[3], "absent")];
        (await commune.PostAsync($"/api/classes/{id}/sessions/1/attendance", new JsonObject { ["marks"] = marks })).Must(HttpStatusCode.OK);
        (await commune.PostAsync($"/api/classes/{id}/sessions/1/walk-ins", SampleClass.Person(5))).Must(HttpStatusCode.Created);
        Assert.Equal(1, (await commune.ClassAsync(id))["sessionCounts"]![0].Number("walkIns"));

        await UploadAsync(commune, id);
        await app.AdvanceAsync(day.AddDays(1));
        await commune.ReachesAsync(id, "reporting");
        await ReportAsync(commune, id);

        JsonNode closed = await commune.ClassAsync(id);
        Assert.Equal("closed", closed.Text("stage"));
        Assert.Equal(3, closed["figures"].Number("registered"));
        Assert.Equal(3, closed["figures"].Number("attended"));
        Assert.Equal(1, closed["figures"].Number("walkIns"));
        Assert.Equal("registration-closed", (await app.Public.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(9))).Problem);
        await ToldAsync(commune, id, "classAnnounced", "registrationOpened", "promoted", "listConfirmed", "invitation", "sheetDiffers",
            "reportSubmitted", "reportReturned", "reportApproved");
    }

    [Fact]
    public async Task Register_WhenSeatsAreHeldForPriority_LetsPriorityPeopleGoFirst()
    {
        JsonObject form = SampleClass.PlanForm(capacity: 2);
        form["seatsHeldForPriority"] = 1;
        DateTimeOffset day = (await app.NowAsync()).AddDays(4);
        form["priorityReleaseAt"] = day.AddDays(-3).ToString("O");
        string id = await app.Administrator.OpenClassAsync(form, closes: day.AddDays(-2), day: day);

        string[] statuses =
        [
            (await app.Public.RegisteredAsync(id, SampleClass.Person(1))).Text("status"),
            (await app.Public.RegisteredAsync(id, SampleClass.Person(2))).Text("status"),
        ];
        Assert.Equal(["confirmed", "waitlisted"], statuses);

        await app.AdvanceAsync(day.AddDays(-3).AddMinutes(1));
        await Eventually.TrueAsync(
            async () => (await app.Administrator.ClassAsync(id))["seats"].Number("confirmed") == 2, TimeSpan.FromSeconds(30), "the held seat is released");

        string priority = (await app.Public.RegisteredAsync(id, SampleClass.Person(3, TestPlan.PriorityCommune))).Text("status");
        Assert.Equal("waitlisted", priority);
    }

    private async Task<List<JsonNode>> RegisterFourAsync(string id)
    {
        List<JsonNode> people = [];
        for (int i = 1; i <= 4; i++) people.Add(await app.Public.RegisteredAsync(id, SampleClass.Person(i)));
        return people;
    }

    private static JsonObject Mark(JsonNode person, string mark) => new() { ["code"] = person.Text("code"), ["mark"] = mark };

    private static async Task UploadAsync(Api commune, string id)
    {
        byte[] sheet = Files.Pdf("buoi 1");
        Answer uploaded = (await commune.PostAsync($"/api/classes/{id}/evidence", Files.Upload(sheet, session: 1, signatures: 4))).Must(HttpStatusCode.Created);
        Assert.Equal(3, uploaded.Json["differences"]![0].Number("marked"));
        (await commune.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(), "photo", name: "../../anh.jpg"))).Must(HttpStatusCode.Created);
        Answer again = await commune.GetAsync($"/api/classes/{id}/evidence/signedSheet/{uploaded.Json.Text("sha256")}");
        Assert.Equal(sheet, again.Must(HttpStatusCode.OK).Body);
    }

    private async Task ReportAsync(Api commune, string id)
    {
        string path = $"/api/classes/{id}/report";
        Assert.Equal("sheet-difference-unexplained", (await commune.PostAsync(path, new { results = "Lớp học đạt yêu cầu." })).Problem);
        object report = new { results = "Lớp học đạt yêu cầu.", differenceNote = "Một người ký thay." };
        (await commune.PostAsync(path, report)).Must(HttpStatusCode.OK);
        Assert.Equal("attendance-closed", (await commune.PostAsync($"/api/classes/{id}/sessions/1/walk-ins", SampleClass.Person(6))).Problem);
        (await app.Administrator.PostAsync(path + "/return", new { reason = "Ghi rõ nội dung." })).Must(HttpStatusCode.OK);
        JsonNode revised = (await commune.PostAsync(path, report)).Must(HttpStatusCode.OK).Json;
        Assert.Equal(2, revised["report"].Number("revision"));
        (await app.Administrator.PostAsync(path + "/approve")).Must(HttpStatusCode.OK);
    }

    private static async Task ToldAsync(Api officer, string id, params string[] kinds)
    {
        JsonArray notices = (await officer.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray();
        Assert.Empty(kinds.Except(notices.Select(n => n!["notice"].Text("kind"))));
    }
}
