using System.Globalization;
using System.Net;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>
/// Storage requests and server time of the pages that list and add up, with 19 classes, at 100 and at 100,000 registrations.
/// Goal: the same number of requests, and less than 1.5 times the time. Azurite's own reads slow down with its size, so the
/// plain query that every such page makes is timed beside, without any app.
/// </summary>
internal static class PageCost
{
    private const int Few = 100;
    private const int Many = 100_000;
    private const int Looks = 30;

    // Lists and sums; a new page is measured by naming it here.
    private static readonly string[] Paths = ["/can-bo/lop", "/can-bo/tien-do", "/can-bo", "/api/plans/caoloc-2024/classes"];

    public static async Task<int> RunAsync()
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
        using HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
        Api officer = new(http, app.Address, app.FirstKey);
        CrowdedYear year = new(officer, azurite.ConnectionString);
        await year.OpenAsync(Few);
        PageMeter meter = new(officer, app.HostKey, azurite.ConnectionString);
        List<string> paths = [.. await Task.WhenAll(Paths.Select(async p => (await officer.GetAsync(p)).Status == HttpStatusCode.OK ? p : ""))];
        paths.RemoveAll(p => p.Length == 0);

        // The first round only warms the app up.
        await meter.LookAsync(paths, Looks);
        Look[] few = await meter.LookAsync(paths, Looks);
        await year.GrowAsync(Many);
        if (await year.CountAsync() is var stored && stored != Many) throw new InvalidOperationException($"{stored} registrations are stored.");
        Look[] many = await meter.LookAsync(paths, Looks);

        Console.WriteLine($"19 classes; {Few} and {Many:N0} registrations; median of {Looks} looks");
        bool equal = true;
        foreach ((Look small, Look large) in few.Zip(many))
        {
            equal &= small.Requests == large.Requests;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{small.Path,-32} requests {small.Requests} / {large.Requests}, {small.Milliseconds:0.0} ms / {large.Milliseconds:0.0} ms, ratio {large.Milliseconds / small.Milliseconds:0.00}"));
        }

        await app.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(data, recursive: true);
        return equal ? 0 : 1;
    }
}
