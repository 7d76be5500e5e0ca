using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>Retention of a class that nobody ever brings to its end: afterwards no table, no blob and no file of the data folder holds anything of its people.</summary>
public sealed class ErasedTests
{
    private const string Secret = "Nông Bí Mật";
    private const string Number = "0912345678";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClassThatIsNeverApproved_IsErasedAfterAWarning_AndNothingOfItsPeopleIsLeft()
    {
        await using OwnApp app = new(("RetentionDays", "1"));
        await app.StartAsync();
        Api office = app.Administrator;
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7)), day = closes.AddDays(2);
        string id = await office.OpenClassAsync(SampleClass.PlanForm(), closes, day);
        string[] codes = [await RegisterAsync(office, id, 1), await RegisterAsync(office, id, 2), await RegisterAsync(office, id, 3)];
        (await office.PostAsync($"/api/classes/{id}/registrations/{codes[1]}/cancel", new { reason = $"{Secret} ốm" }, "huy")).Must(HttpStatusCode.OK);
        string tour = await TourAsync(office);
        await app.AdvanceAsync(day.AddDays(1));
        await office.ReachesAsync(id, "reporting");
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(), "photo", name: "anh.jpg"))).Must(HttpStatusCode.Created);
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Pdf("so 1"), session: 1, signatures: 2))).Must(HttpStatusCode.Created);
        string photo = (await office.GetAsync($"/api/classes/{id}/evidence")).Json.AsArray().First(f => f.Text("kind") == "photo").Text("sha256");
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(), "photo", name: "lan-hai.jpg"))).Must(HttpStatusCode.Created);
        (await office.PostAsync($"/api/classes/{id}/evidence/photo/{photo}/erase", new { reason = $"{Secret} đề nghị" }, "xoa")).Must(HttpStatusCode.OK);
        // By law within a minute, however often it was sent.
        await Eventually.TrueAsync(() => Task.FromResult(!IsInFolder(app.Data, Scan(1))), TimeSpan.FromSeconds(60), "the erased photo is nowhere in the folder");
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(2), "photo", name: "anh-2.jpg"))).Must(HttpStatusCode.Created);
        Assert.NotEmpty(await HoldingAsync(app));

        await app.BeOffUntilAsync(day.AddDays(1 + 365));
        office = app.Administrator;
        await Eventually.TrueAsync(
            async () => (await office.GetAsync($"/api/classes/{id}/notices")).Json.AsArray().Any(n => n!["notice"].Text("kind") == "retentionNear"),
            TimeSpan.FromSeconds(90), "the unit is warned");
        await app.AdvanceAsync(day.AddDays(1 + 365 + 38));

        Assert.Empty(await HoldingAsync(app));
        Assert.Empty(await BlobsAsync(app, "photos"));
        byte[][] gone = [Scan(2), .. Forms(Secret).Append(Number).Select(Encoding.UTF8.GetBytes)];
        await Eventually.TrueAsync(() => Task.FromResult(!IsInFolder(app.Data, gone)), TimeSpan.FromSeconds(60), "nothing of its people is in the folder");
        Assert.Single(await BlobsAsync(app, "signed-sheets"));
        Assert.Equal("reporting", (await office.ClassAsync(id)).Text("stage"));
        Assert.Equal(3, (await office.RosterAsync(id))["lines"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/can-bo/lop/{id}/minh-chung")).Status);
        Assert.Empty((await office.GetAsync($"/api/plans/{TestPlan.Id}/tours/{tour}")).Json["members"]!.AsArray());
        // What ended long ago is purged; the class's own lifecycle goes on.
        JsonArray instances = (await office.SendAsync(HttpMethod.Get, "/admin/durable/instances?top=1000", null, ("x-functions-key", app.Process.HostKey))).Json["instances"]!.AsArray();
        Assert.Contains(instances, i => i.Text("instanceId") == id);
        Assert.All(instances, i => Assert.True(
            i.Text("status") != "Completed" || i!["lastUpdatedAt"]!.GetValue<DateTimeOffset>() > day.AddDays(365 - 30), i!.ToJsonString()));
    }

    private static async Task<string> RegisterAsync(Api office, string id, int number)
    {
        JsonObject person = SampleClass.Person(number);
        (person["fullName"], person["phone"]) = ($"{Secret} {number}", Number);
        return (await office.RegisteredAsync(id, person, $"dang-ky-{number}")).Text("code");
    }

    private static async Task<string> TourAsync(Api office)
    {
        string tours = $"/api/plans/{TestPlan.Id}/tours";
        string planned = JsonNode.Parse(TestPlan.Json()["studyTours"]!.ToJsonString())![0].Text("id");
        string id = (await office.PostAsync(tours, new { plannedTourId = planned, leadUnitId = TestPlan.Office })).Must(HttpStatusCode.Created).Json.Text("id");
        (await office.PostAsync($"{tours}/{id}/announce", new
        {
            destination = "Xã Hữu Lũng",
            reason = "Ngày của bài thử",
            departsOn = "2024-04-20",
            returnsOn = "2024-04-20",
            nominationsCloseAt = "2024-04-15T17:00:00+07:00",
        })).Must(HttpStatusCode.OK);
        (await office.PostAsync($"{tours}/{id}/members", new { fullName = Secret, position = "Chủ tịch", unitId = TestPlan.Commune, phone = Number })).Must(HttpStatusCode.Created);
        return id;
    }

    /// <summary>Every row and blob of the storage that holds the name, the number or its international form.</summary>
    private static async Task<List<string>> HoldingAsync(OwnApp app)
    {
        List<string> holding = [];
        TableServiceClient tables = new(app.StorageConnection);
        await foreach (Azure.Data.Tables.Models.TableItem table in tables.QueryAsync(cancellationToken: Cancellation))
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Cancellation))
                if (row.Any(p => Holds(Convert.ToString(p.Value, CultureInfo.InvariantCulture)!))) holding.Add($"{table.Name}: {row.PartitionKey}/{row.RowKey}");
        BlobServiceClient blobs = new(app.StorageConnection);
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync(cancellationToken: Cancellation))
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: Cancellation))
            {
                BlobDownloadResult content = await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync(Cancellation);
                if (Holds(Encoding.UTF8.GetString(content.Content))) holding.Add($"{container.Name}: {blob.Name}");
            }

        return holding;
    }

    private static bool Holds(string text) => Forms(Secret).Concat([Number, Number[1..]]).Any(s => text.Contains(s, StringComparison.Ordinal));

    /// <summary>As it is, and as JSON may write it.</summary>
    private static string[] Forms(string text) => [text, System.Text.Json.JsonSerializer.Serialize(text).Trim('"')];

    private static byte[] Scan(byte mark) => [.. Enumerable.Repeat(mark, 200)];

    private static bool IsInFolder(string folder, params byte[][] wanted) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Any(file => Content(file) is var content && wanted.Any(bytes => content.AsSpan().IndexOf(bytes) >= 0));

    // Files come and go while the storage saves.
    private static byte[] Content(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static async Task<List<string>> BlobsAsync(OwnApp app, string container) =>
        await new BlobContainerClient(app.StorageConnection, container).GetBlobsAsync(cancellationToken: Cancellation).Select(b => b.Name).ToListAsync(Cancellation);
}
