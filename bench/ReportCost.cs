using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>
/// An annual report on 1,000 and on 10,000 classes with 100,000 registrations beside them. Goals: it reads summary rows only;
/// at 10,000 classes at most 12 times the time of 1,000, and at most twice that of a bare scan of the rows; flat memory.
/// </summary>
internal static class ReportCost
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Registrations = 100_000;
    private const int Batch = 100;
    private const int Looks = 5;
    private const string PlanId = "caoloc-2024";
    private const string Report = $"/api/plans/{PlanId}/reports/year-2024";

    public static async Task<int> RunAsync()
    {
        string data = Directory.CreateTempSubdirectory("ntm-bench-").FullName;
        AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        await using AppProcess app = await AppProcess.StartAsync(new AppOptions
        {
            Data = data,
            Plan = Path.Combine(AzuriteServer.RepositoryRoot(), "plans", $"{PlanId}.json"),
            VirtualClock = "2024-12-16T07:00:00+07:00",
            Storage = azurite.ConnectionString,
            Settings = new Dictionary<string, string> { ["PublicRequestsPerMinute"] = "1000000" },
        });
        using HttpClient http = new() { Timeout = TimeSpan.FromMinutes(10) };
        Api officer = new(http, app.Address, app.FirstKey);
        JsonNode pattern = await PatternAsync(officer);
        await officer.PostAsync($"/api/plans/{PlanId}/reports", new { period = "year-2024" });
        await Eventually.TrueAsync(async () => (await officer.GetAsync(Report)).Json["owers"]!.AsArray().Count > 0, TimeSpan.FromMinutes(1), "the units are asked");

        // The first round only warms the app up.
        await MeasureAsync(officer, app, azurite.ConnectionString, 1);
        await ClassesAsync(azurite.ConnectionString, pattern, 1, Few);
        Cost few = await MeasureAsync(officer, app, azurite.ConnectionString, Few);
        await ClassesAsync(azurite.ConnectionString, pattern, Few + 1, Many);
        await RegistrationsAsync(azurite.ConnectionString);
        Cost many = await MeasureAsync(officer, app, azurite.ConnectionString, Many);

        double growth = many.Milliseconds / few.Milliseconds, scan = many.Milliseconds / many.ScanMilliseconds;
        long pages = (Many + 2 + 999) / 1_000, morePages = pages - (Few + 2 + 999) / 1_000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"time {few.Milliseconds:0} ms / {many.Milliseconds:0} ms: {growth:0.00} times (at most 12); {scan:0.00} times a bare scan (at most 2)"));
        Console.WriteLine($"requests {few.Requests} / {many.Requests}: {many.Requests - few.Requests} more, {morePages} more pages of summaries");
        Console.WriteLine($"working set {few.Megabytes} MB / {many.Megabytes} MB");
        await app.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(data, recursive: true);
        return growth <= 12 && scan <= 2 && many.Requests - few.Requests == morePages ? 0 : 1;
    }

    private sealed record Cost(double Milliseconds, double ScanMilliseconds, long Requests, long Megabytes);

    private static async Task<Cost> MeasureAsync(Api officer, AppProcess app, string storage, int classes)
    {
        List<double> times = [], scans = [];
        long requests = long.MaxValue;
        for (int i = 0; i < Looks; i++)
        {
            long before = await RequestsAsync(officer, app);
            long start = Stopwatch.GetTimestamp();
            (await officer.PostAsync(Report + "/compile")).Must(HttpStatusCode.OK);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            requests = Math.Min(requests, await RequestsAsync(officer, app) - before);
            start = Stopwatch.GetTimestamp();
            int rows = await new TableClient(storage, "ClassSummaries").QueryAsync<TableEntity>($"PartitionKey eq '{PlanId}'").CountAsync();
            scans.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (rows < classes) throw new InvalidOperationException($"{rows} rows instead of {classes}.");
        }

        using Process process = Process.GetProcessById(app.Pid);
        Cost cost = new(times.Order().ElementAt(Looks / 2), scans.Order().ElementAt(Looks / 2), requests, process.WorkingSet64 / (1024 * 1024));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{classes,6} classes: {cost.Milliseconds:0} ms, bare scan {cost.ScanMilliseconds:0} ms, {cost.Requests} requests, {cost.Megabytes} MB"));
        return cost;
    }

    // The app's own requests without those of its durable host.
    private static async Task<long> RequestsAsync(Api officer, AppProcess app) =>
        (await officer.SendAsync(HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", app.HostKey))).Must(HttpStatusCode.OK)
            .Json["storageRequests"]!["app"]!.GetValue<long>();

    /// <summary>A closed class as the app writes it, to make others of.</summary>
    private static async Task<JsonNode> PatternAsync(Api officer)
    {
        string id = (await officer.PostAsync($"/api/plans/{PlanId}/classes", new { streamId = "khu-dan-cu-kieu-mau", leadUnitId = "van-phong-dieu-phoi", hostUnitId = "xa-gia-cat" }))
            .Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        JsonNode planned = (await officer.GetAsync($"/api/classes/{id}")).Must(HttpStatusCode.OK).Json;
        planned["stage"] = "Closed";
        planned["sessions"] = JsonNode.Parse("""[{"number":1,"startsAt":"2024-05-06T00:30:00+00:00","endsAt":"2024-05-06T04:00:00+00:00"},{"number":2,"startsAt":"2024-05-06T06:30:00+00:00","endsAt":"2024-05-06T10:00:00+00:00"}]""");
        planned["report"] = JsonNode.Parse("""{"stage":"Approved","revision":1,"submittedAt":"2024-05-08T03:00:00+00:00","approvedAt":"2024-05-09T03:00:00+00:00"}""");
        planned["figures"] = JsonNode.Parse("""
            {"registered":50,"attended":47,"walkIns":2,"women":25,"byUnit":{"xa-gia-cat":20,"xa-binh-trung":15,"xa-hai-yen":12},
            "byAudience":{"VillageDevelopmentBoard":20,"ExemplaryHousehold":27},"byEthnicGroup":{"Tày":20,"Nùng":20,"":7},"spent":{"kinh-phi-su-nghiep":9000000}}
            """);
        return planned;
    }

    private static async Task ClassesAsync(string storage, JsonNode pattern, int from, int to)
    {
        TableClient summaries = new(storage, "ClassSummaries");
        foreach (int[] part in Enumerable.Range(from, to - from + 1).Chunk(Batch))
        {
            await summaries.SubmitTransactionAsync(part.Select(n =>
            {
                JsonNode c = pattern.DeepClone();
                c["id"] = $"do{n:00000000000000}";
                c["number"] = n;
                return new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(PlanId, $"do{n:00000000000000}") { ["Json"] = c.ToJsonString(), ["Version"] = 1L });
            }));
        }
    }

    private static Task RegistrationsAsync(string storage)
    {
        TableClient classes = new(storage, "Classes");
        const string Json = """{"code":"00000000","sequence":1,"status":"Confirmed","applicant":{"fullName":"Hoàng Văn Đo","birthYear":1970,"sex":"Male","village":"Nà Pài","unitId":"xa-gia-cat","audience":"ExemplaryHousehold"}}""";
        return Parallel.ForEachAsync(Enumerable.Range(0, Registrations / Batch), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (part, cancellation) =>
            await classes.SubmitTransactionAsync(Enumerable.Range(0, Batch).Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity($"do{part * 10:00000000000000}", $"reg-{i:00000000}") { ["Json"] = Json })), cancellation));
    }
}
