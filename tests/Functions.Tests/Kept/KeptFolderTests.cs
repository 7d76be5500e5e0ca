using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Kept;

/// <summary>A data folder that an earlier version left in the middle of its work (README.md), opened by this one five days later.</summary>
public sealed class KeptFolderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_OfTheFirstHost_GoesOn_DoesWhatWasDue_AndTellsNobodyTwice()
    {
        await using SmtpServer mail = await SmtpServer.StartAsync();
        await using OwnApp app = new(
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{mail.Port}"), ("Smtp__Security", "None"), ("Smtp__From", "vpdp@caoloc.example.vn"),
            ("PublicAddress", "https://ntm.example.vn/"));
        await UnpackAsync(app.Options.Data);
        JsonNode before = Json(app, "before.json");
        string Class(string which) => before["classes"].Text(which);

        await app.StartAsync();
        Api office = app.Administrator.As(before.Text("key"));

        // Without anybody moving the clock: registration closed the day before, and the letters were due for days.
        await office.ReachesAsync(Class("open"), "confirmed");
        await Eventually.TrueAsync(async () => (await MessagesAsync(office)).All(m => m.Text("state") is "sent" or "waiting"), TimeSpan.FromSeconds(60), "letters go out");
        foreach (JsonNode? id in before["instances"]!.AsArray())
        {
            JsonNode instance = (await HostAsync(app, $"/{id}"))["instance"]!;
            Assert.Contains(instance.Text("status"), (string[])["Running", "Completed"]);
            Assert.True(instance.Text("status") == "Completed" || instance.Number("execution") > 1, $"{id} has begun anew");
        }

        await app.AdvanceAsync(new DateTimeOffset(2024, 5, 27, 8, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal(
            ["reporting", "registering", "reporting", "registering", "registering"],
            await Task.WhenAll(((string[])["open", "announced", "held", "deferred", "sending"]).Select(async c => (await office.ClassAsync(Class(c))).Text("stage"))));
        Assert.Equal(["confirmed", "confirmed", "waitlisted"], (await office.RosterAsync(Class("open")))["lines"]!.AsArray().Select(l => l.Text("status")).Order());
        Assert.Equal("compiled", (await office.GetAsync("/api/plans/caoloc-2024/reports/month-2024-05")).Must(HttpStatusCode.OK).Json.Text("stage"));
        Assert.Empty((await HostAsync(app, "?status=failed"))["instances"]!.AsArray());
        // The first host also reminded of a report on the morning on which it was overdue.
        string[] late = [$"{Class("held")} 2024-05-21T01:00 reportReminder", $"{Class("held")} reportReminder xa-gia-cat sent 1"];
        // Of the class that nobody was marked in, it asked for the report; now is asked whether it was held.
        string Said(string told) => told.StartsWith(Class("open"), StringComparison.Ordinal)
            ? told.Replace("reportAsked", "holdingUnconfirmed", StringComparison.Ordinal) : told;
        Assert.Equal(
            Json(app, "after.json").AsArray().Select(told => Said(told!.GetValue<string>())).Where(told => !late.Contains(told)).Order(StringComparer.Ordinal),
            (await ToldAsync(office, before)).Order(StringComparer.Ordinal));
        string[] letters = [.. before["letters"]!.AsArray().Select(letter => letter!.GetValue<string>()), .. mail.Letters.Select(letter => letter.MessageId)];
        Assert.Equal((await MessagesAsync(office)).Length, letters.Distinct().Count());
        Assert.Equal(letters.Distinct(), letters);
    }

    /// <summary>Every notice and message of the classes: what was said, when or to whom, and how often it was tried.</summary>
    private static async Task<List<string>> ToldAsync(Api office, JsonNode before)
    {
        List<string> told = [.. (await MessagesAsync(office)).Select(m =>
            string.Create(CultureInfo.InvariantCulture, $"{m["about"].Text("id")} {m.Text("kind")} {m.Text("unitId")} {m.Text("state")} {m.Number("attempts")}"))];
        foreach (string id in before["classes"]!.AsObject().Select(c => c.Value!.GetValue<string>()))
        {
            told.AddRange((await office.GetAsync($"/api/classes/{id}/notices")).Must(HttpStatusCode.OK).Json.AsArray().Select(n => string.Create(
                CultureInfo.InvariantCulture, $"{id} {n!["at"]!.GetValue<DateTimeOffset>().UtcDateTime:yyyy-MM-ddTHH:mm} {n["notice"].Text("kind")}")));
        }

        return told;
    }

    private static async Task UnpackAsync(string folder)
    {
        string kept = Path.Combine(AzuriteServer.RepositoryRoot(), "tests", "Functions.Tests", "Kept", "ac066fa.zip");
        await ZipFile.ExtractToDirectoryAsync(kept, folder, Cancelled);
        foreach (string entry in Directory.GetFileSystemEntries(Path.Combine(folder, "data")))
            Directory.Move(entry, Path.Combine(folder, Path.GetFileName(entry)));
        await File.WriteAllTextAsync(Path.Combine(folder, "clock.json"), """{"mode":"Virtual","now":"2024-05-21T08:00:00+07:00"}""", Cancelled);
    }

    private static JsonNode Json(OwnApp app, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(app.Options.Data, file)))!;

    private static async Task<JsonNode[]> MessagesAsync(Api office) =>
        [.. (await office.GetAsync("/api/plans/caoloc-2024/messages")).Must(HttpStatusCode.OK).Json.AsArray().Select(m => m!)];

    private static async Task<JsonNode> HostAsync(OwnApp app, string path) => (await app.Administrator.SendAsync(
        HttpMethod.Get, "/admin/durable/instances" + path, null, ("x-functions-key", app.Process.HostKey))).Must(HttpStatusCode.OK).Json;
}
