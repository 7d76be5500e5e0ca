using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>Bodies that never say how long they are: each reader stops at its limit, and nobody's memory goes with them.</summary>
public sealed class EndlessBodyTests(RunningApp app)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Parts = "multipart/form-data; boundary=x";
    private const int MegaByte = 1024 * 1024;

    // As many as a stranger opens; NTM_FLOOD=100 is the long form.
    private static readonly int Connections = int.Parse(Environment.GetEnvironmentVariable("NTM_FLOOD") ?? "30", CultureInfo.InvariantCulture);

    public static TheoryData<string, string> OfEverybody => new()
    {
        { "/lop/{class}/dang-ky", Form }, { "/lop/{class}/dang-ky", Parts }, { "/tra-cuu", Form }, { "/tra-cuu", Parts },
        { "/dang-nhap", Form }, { "/lan-dau", Form }, { "/lan-dau", Parts }, { "{receipt}", Form },
        { "/api/public/classes/khong-co/registrations", "application/json" }, { "/api/public/classes/khong-co/registrations", Form },
        { "/api/webhooks/caoloc-2024/khong-co", "application/json" },
    };

    public static TheoryData<string, string, int> OfOfficers => new()
    {
        { "/can-bo/ban-quet", Parts, 31 }, { "/can-bo/ke-hoach", Parts, 31 }, { "/can-bo/tai-khoan/moi", Form, 1 }, { "/api/plans", "application/json", 2 },
        { "/api/accounts", "application/json", 1 },
    };

    [Theory]
    [MemberData(nameof(OfEverybody))]
    public async Task Body_InChunksOverTheLimit_IsRefusedWithoutAnAccount(string path, string type)
    {
        string id = await app.Administrator.OpenClassAsync();
        if (path == "{receipt}") path = (await app.Visitor().RegisterAsync(new(id), SampleClass.Person(1))).Split('?')[0];
        await RefusedAsync(path.Replace("{class}", id, StringComparison.Ordinal), type, MegaByte);
    }

    [Theory]
    [MemberData(nameof(OfOfficers))]
    public Task Body_InChunksOverTheLimit_IsRefusedToOfficers(string path, string type, int megaBytes) =>
        RefusedAsync(path, type, megaBytes * MegaByte, $"x-api-key: {app.Process.FirstKey}");

    /// <remarks>Two kinds: long texts, and forms in parts each of which calls itself a file.</remarks>
    [Fact]
    public async Task Bodies_OfManyConnections_TakeLittleMemory()
    {
        await using OwnApp own = new();
        await own.StartAsync();
        string path = $"/lop/{await OpenClassAsync(own)}/dang-ky";
        int[] processes = [own.Process.Pid, .. ChildrenOf(own.Process.Pid)];
        Assert.True(processes.Length > 1);
        // The first requests load code; what is measured comes after.
        await FloodAsync(own.Process.Address, path, 4);
        long before = Resident(processes);

        // The second time as the first: what one flood took, the next one uses.
        for (int flood = 1; flood <= 2; flood++)
        {
            long most = 0;
            string mostOfEach = "";
            Raw[] open = await FloodAsync(own.Process.Address, path, Connections, () =>
            {
                long now = Resident(processes);
                if (now > most) (most, mostOfEach) = (now, OfEach(processes));
            });
            foreach (Raw raw in open) raw.Dispose();
            TestContext.Current.TestOutputHelper?.WriteLine($"{Connections} connections: {before / MegaByte} MB before, {most / MegaByte} MB at most ({mostOfEach}), then {OfEach(processes)}");
            Assert.True(most - before < 300 * MegaByte, $"{(most - before) / MegaByte} MB more: {mostOfEach}");
        }
    }

    private static string OfEach(IEnumerable<int> processes) => string.Join(" + ", processes.Select(pid => Resident([pid]) / MegaByte));

    private static async Task<Raw[]> FloodAsync(Uri address, string path, int connections, Action? measure = null)
    {
        byte[] text = Encoding.ASCII.GetBytes("&f=" + new string('a', 3 * MegaByte));
        byte[] files = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n1\r\n", 4_000)));
        Raw[] open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Raw.ToAsync(address)));
        using CancellationTokenSource sent = new();
        Task measuring = Task.Run(async () =>
        {
            while (!sent.IsCancellationRequested)
            {
                measure?.Invoke();
                await Task.Delay(10);
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(open.Select(async (raw, i) =>
        {
            await raw.HeadAsync(path, i % 2 == 0 ? Form : Parts);
            for (int chunk = 0; chunk < 9 && await raw.ChunkAsync(i % 2 == 0 ? text : files); chunk++)
            {
            }
        }));
        await sent.CancelAsync();
        await measuring;
        return open;
    }

    private async Task RefusedAsync(string path, string type, int bytes, params string[] headers)
    {
        using Raw raw = await Raw.ToAsync(app.Process.Address);
        await raw.HeadAsync(path, type, headers);
        if (type == Parts) await raw.ChunkAsync("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"u8.ToArray());
        byte[] chunk = [.. Enumerable.Repeat((byte)'a', 64 * 1024)];
        for (int sent = 0; sent <= bytes && await raw.ChunkAsync(chunk); sent += chunk.Length)
        {
        }

        await raw.ChunkAsync([]);
        string answer = await raw.AnswerAsync();
        // A form without files is not taken in parts at all.
        bool inParts = type == Parts && headers.Length == 0;
        Assert.StartsWith(inParts ? "HTTP/1.1 415 " : "HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains(inParts ? "Sai kiểu nội dung" : "Nội dung quá lớn", answer, StringComparison.Ordinal);
    }

    private static async Task<string> OpenClassAsync(OwnApp own)
    {
        string id = await own.Administrator.PlannedAsync();
        JsonObject announcement = SampleClass.Announcement(new DateTimeOffset(2024, 4, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 4, 25, 0, 0, 0, TimeSpan.Zero));
        (await own.Administrator.PostAsync($"/api/classes/{id}/announce", announcement)).Must(System.Net.HttpStatusCode.OK);
        return id;
    }

    private static int[] ChildrenOf(int pid) =>
    [
        .. from thread in Directory.GetDirectories($"/proc/{pid}/task")
           from child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select int.Parse(child, CultureInfo.InvariantCulture),
    ];

    private static long Resident(IEnumerable<int> processes) => processes.Sum(pid =>
        long.Parse(File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
}
