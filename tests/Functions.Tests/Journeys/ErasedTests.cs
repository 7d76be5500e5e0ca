using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NtmServerless.Functions.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>Retention of a class that nobody ever brings to its end: afterwards no table and no blob holds anything of its people.</summary>
public sealed class ErasedTests : IAsyncLifetime
{
    private const string Secret = "Nông Bí Mật";
    private const string Number = "0912345678";
    private readonly AzuriteServer _azurite = new();
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-erased-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => AzuriteServer.IsInstalled ? _azurite.InitializeAsync() : ValueTask.CompletedTask;

    [Fact]
    public async Task ClassThatIsNeverApproved_IsErasedAfterAWarning_AndNothingOfItsPeopleIsLeft()
    {
        await using AppProcess app = await AppProcess.StartAsync(new AppOptions
        {
            Data = _data,
            Plan = TestPlan.WriteTo(_data),
            VirtualClock = "2024-04-01T07:00:00+07:00",
            Storage = _azurite.ConnectionString,
            Settings = new Dictionary<string, string> { ["PublicRequestsPerMinute"] = "1000000", ["RetentionDays"] = "1" },
        });
        Api office = new(_http, app.Address, app.FirstKey);
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7)), day = closes.AddDays(2);
        string id = await office.OpenClassAsync(Classes.PlanForm(), closes, day);
        string[] codes = [await RegisterAsync(office, id, 1), await RegisterAsync(office, id, 2), await RegisterAsync(office, id, 3)];
        (await office.PostAsync($"/api/classes/{id}/registrations/{codes[1]}/cancel", new { reason = $"{Secret} ốm" }, "huy")).Must(HttpStatusCode.OK);
        string tour = await TourAsync(office);
        await AdvanceAsync(app, office, day.AddDays(1));
        await office.ReachesAsync(id, "reporting");
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(), "photo", name: "anh.jpg"))).Must(HttpStatusCode.Created);
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Pdf("so 1"), session: 1, signatures: 2))).Must(HttpStatusCode.Created);
        string photo = (await office.GetAsync($"/api/classes/{id}/evidence")).Json.AsArray().First(f => f.Text("kind") == "photo").Text("sha256");
        (await office.PostAsync($"/api/classes/{id}/evidence/photo/{photo}/erase", new { reason = $"{Secret} đề nghị" }, "xoa")).Must(HttpStatusCode.OK);
        (await office.PostAsync($"/api/classes/{id}/evidence", Files.Upload(Files.Jpeg(2), "photo", name: "anh-2.jpg"))).Must(HttpStatusCode.Created);
        Assert.NotEmpty(await HoldingAsync());

        await AdvanceAsync(app, office, day.AddDays(1 + 365));
        Assert.Contains((await office.GetAsync($"/api/classes/{id}/notices")).Json.AsArray(), n => n!["notice"].Text("kind") == "retentionNear");
        await AdvanceAsync(app, office, day.AddDays(1 + 365 + 28));

        Assert.Empty(await HoldingAsync());
        Assert.Empty(await BlobsAsync("photos"));
        Assert.Single(await BlobsAsync("signed-sheets"));
        Assert.Equal("reporting", (await office.ClassAsync(id)).Text("stage"));
        Assert.Equal(3, (await office.RosterAsync(id))["lines"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/can-bo/lop/{id}/minh-chung")).Status);
        Assert.Empty((await office.GetAsync($"/api/plans/{TestPlan.Id}/tours/{tour}")).Json["members"]!.AsArray());
        // What ended long ago is purged; the class's own lifecycle goes on.
        JsonArray instances = (await office.SendAsync(HttpMethod.Get, "/admin/durable/instances?top=1000", null, ("x-functions-key", app.HostKey))).Json["instances"]!.AsArray();
        Assert.Contains(instances, i => i.Text("instanceId") == id);
        Assert.All(instances, i => Assert.True(
            i.Text("status") != "Completed" || i!["lastUpdatedAt"]!.GetValue<DateTimeOffset>() > day.AddDays(365 - 30), i!.ToJsonString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<string> RegisterAsync(Api office, string id, int number)
    {
        JsonObject person = Classes.Person(number);
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
            departsOn = "2024-04-20",
            returnsOn = "2024-04-20",
            nominationsCloseAt = "2024-04-15T17:00:00+07:00",
        })).Must(HttpStatusCode.OK);
        (await office.PostAsync($"{tours}/{id}/members", new { fullName = Secret, position = "Chủ tịch", unitId = TestPlan.Commune, phone = Number })).Must(HttpStatusCode.Created);
        return id;
    }

    private static Task<Answer> AdvanceAsync(AppProcess app, Api office, DateTimeOffset until) => office.SendAsync(
        HttpMethod.Post, "/admin/host/clock", Api.JsonBody($"{{\"until\":\"{until:O}\"}}"), ("x-functions-key", app.HostKey));

    /// <summary>Every row and blob of the storage that holds the name, the number or its international form.</summary>
    private async Task<List<string>> HoldingAsync()
    {
        List<string> holding = [];
        TableServiceClient tables = new(_azurite.ConnectionString);
        await foreach (Azure.Data.Tables.Models.TableItem table in tables.QueryAsync(cancellationToken: Cancellation))
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Cancellation))
                if (row.Any(p => Holds(Convert.ToString(p.Value, CultureInfo.InvariantCulture)!))) holding.Add($"{table.Name}: {row.PartitionKey}/{row.RowKey}");
        BlobServiceClient blobs = new(_azurite.ConnectionString);
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync(cancellationToken: Cancellation))
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: Cancellation))
            {
                BlobDownloadResult content = await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync(Cancellation);
                if (Holds(Encoding.UTF8.GetString(content.Content))) holding.Add($"{container.Name}: {blob.Name}");
            }

        return holding;
    }

    private static bool Holds(string text) => ((string[])[Secret, JsonEscaped(Secret), Number, Number[1..]]).Any(s => text.Contains(s, StringComparison.Ordinal));

    private static string JsonEscaped(string text) => System.Text.Json.JsonSerializer.Serialize(text).Trim('"');

    private async Task<List<string>> BlobsAsync(string container) =>
        await new BlobContainerClient(_azurite.ConnectionString, container).GetBlobsAsync(cancellationToken: Cancellation).Select(b => b.Name).ToListAsync(Cancellation);
}
