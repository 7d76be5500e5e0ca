using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>
/// 1,000 applications for one class of 50 seats, 64 at a time, by HTTP, against the rate of single-row inserts into the same
/// Azurite in the same round. Goal: a ratio of at least one half.
/// </summary>
internal static class RegistrationBurst
{
    private const int Applications = 1_000;
    private const int AtATime = 64;

    public static async Task<int> RunAsync(int rounds)
    {
        string data = Directory.CreateTempSubdirectory("ntm-bench-").FullName;
        AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        await using AppProcess app = await AppProcess.StartAsync(new AppOptions
        {
            Data = data,
            Plan = Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"),
            VirtualClock = "2024-04-01T07:00:00+07:00",
            Storage = azurite.ConnectionString,
            Settings = new Dictionary<string, string> { ["PublicRequestsPerMinute"] = "1000000" },
        });
        using HttpClient http = new() { Timeout = TimeSpan.FromMinutes(3) };
        Api officer = new(http, app.Address, app.FirstKey);
        await RoundAsync(officer, azurite, 0);
        for (int round = 1; round <= rounds; round++)
        {
            (double registrations, double inserts, long requests) = await RoundAsync(officer, azurite, round);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: {registrations:0} registrations/s, {inserts:0} single-row inserts/s, ratio {registrations / inserts:0.00}, "
                + $"{(double)requests / Applications:0.00} storage requests a registration"));
        }

        await app.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(data, recursive: true);
        return 0;

        async Task<(double Registrations, double Inserts, long Requests)> RoundAsync(Api api, AzuriteServer storage, int round)
        {
            string id = await OpenAsync(api, $"{round}");
            long before = await RequestsAsync(api, app.HostKey);
            (Answer[] answers, double registrations) = await Burst.RunAsync(
                Applications, AtATime, i => api.As(null).PostAsync($"/api/public/classes/{id}/registrations", Person(i)));
            long requests = await RequestsAsync(api, app.HostKey) - before;
            if (!answers.All(Burst.IsTaken)) throw new InvalidOperationException(answers.First(a => !Burst.IsTaken(a)).Text);
            return (registrations, await Burst.InsertsPerSecondAsync(storage.ConnectionString, Applications), requests);
        }
    }

    public static async Task<string> OpenAsync(Api officer, string name)
    {
        object form = new { streamId = "xa-tu-to-chuc", leadUnitId = "xa-gia-cat", hostUnitId = "xa-gia-cat", capacity = 50, title = $"Lớp đo {name}" };
        string id = (await officer.PostAsync("/api/plans/caoloc-2024/classes", form)).Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        object announcement = new
        {
            venue = "Nhà văn hóa",
            reason = "Mọi lớp đo học cùng một nơi.",
            registrationClosesAt = "2024-05-01T17:00:00+07:00",
            sessions = new[] { new { date = "2024-05-06", from = "07:30:00", to = "11:00:00" } },
        };
        (await officer.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        await Eventually.TrueAsync(
            async () => (await officer.GetAsync($"/api/classes/{id}")).Json["stage"]!.GetValue<string>() == "registering",
            TimeSpan.FromSeconds(30), "registration is open");
        return id;
    }

    private static async Task<long> RequestsAsync(Api api, string hostKey)
    {
        Answer status = await api.SendAsync(HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", hostKey));
        JsonNode counts = status.Must(HttpStatusCode.OK).Json["storageRequests"]!;
        return counts["host"]!.GetValue<long>() + counts["app"]!.GetValue<long>();
    }

    public static object Person(int i) => new
    {
        fullName = $"Hoàng Văn Đo {i}",
        birthYear = 1960 + i % 40,
        sex = i % 2 == 0 ? "male" : "female",
        village = "Thôn Nà Pài",
        unitId = "xa-gia-cat",
        audience = "exemplaryHousehold",
        consent = true,
    };
}
