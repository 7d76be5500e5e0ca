using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class TimerTests(AzuriteServer azurite) : IDisposable
{
    private static readonly DateTimeOffset _start = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _runs = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Advance_RunsEveryDueMomentInOrder_EachAtItsOwnInstant()
    {
        await using RunningHost host = await StartAsync(Options(), typeof(Hourly), typeof(EveryTwoHours));

        await AdvanceAsync(host, _start.AddHours(4).AddMinutes(30));

        Assert.Equal(
            ["Hourly 01:00", "EveryTwoHours 02:00", "Hourly 02:00", "Hourly 03:00", "EveryTwoHours 04:00", "Hourly 04:00"],
            _runs.Select(run => run[..run.IndexOf(" last", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Status_RemembersTheLastRun_AndSaysNeverBeforeTheFirst()
    {
        await using RunningHost host = await StartAsync(Options(), typeof(Hourly));

        await AdvanceAsync(host, _start.AddHours(2));

        Assert.Equal(["Hourly 01:00 last 0001-01-01T00 late False", "Hourly 02:00 last 2024-05-01T01 late False"], _runs);
    }

    [Fact]
    public async Task MissedRun_IsMadeUpForOnceAtStart_AsPastDue()
    {
        LaunchOptions options = Options();
        await using (RunningHost first = await StartAsync(options, typeof(Hourly)))
            await AdvanceAsync(first, _start.AddHours(1));
        await using (RunningHost without = await StartAsync(options))
            await AdvanceAsync(without, _start.AddHours(5).AddMinutes(30));
        _runs.Clear();

        await using RunningHost again = await StartAsync(options, typeof(Hourly));
        await AdvanceAsync(again, _start.AddHours(6));

        Assert.Equal(["Hourly 05:30 last 2024-05-01T01 late True", "Hourly 06:00 last 2024-05-01T05 late False"], _runs);
    }

    [Fact]
    public async Task MissingSetting_DisablesOnlyThatFunction()
    {
        await using RunningHost host = await StartAsync(Options(), typeof(BySetting), typeof(Hourly));

        await AdvanceAsync(host, _start.AddHours(1));

        Assert.Single(_runs);
    }

    [Fact]
    public async Task Schedule_BelowAMinute_HasNoStatus_AndRunOnStartupRunsAtOnce()
    {
        LaunchOptions options = Options();
        options = options with { Settings = new Dictionary<string, string?>(options.Settings) { ["Lich"] = "*/20 * * * * *" } };
        await using RunningHost host = await StartAsync(options, typeof(BySetting));

        await AdvanceAsync(host, _start.AddSeconds(45));

        Assert.Equal(["BySetting 00:00:00 True", "BySetting 00:00:20 True", "BySetting 00:00:40 True"], _runs);
    }

    [Fact]
    public async Task FailingFunction_RunsAgainAtItsNextTime()
    {
        await using RunningHost host = await StartAsync(Options(), typeof(Failing));

        await AdvanceAsync(host, _start.AddHours(2));

        Assert.Equal(["failed", "failed"], _runs);
    }

    private LaunchOptions Options() => RunningHost.Options(azurite, _folder.Path) with { VirtualStart = _start };

    private Task<RunningHost> StartAsync(LaunchOptions options, params Type[] functions) =>
        RunningHost.StartAsync(options, builder => builder.Services.AddSingleton(_runs), functions);

    private async Task AdvanceAsync(RunningHost host, DateTimeOffset until)
    {
        string key = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "host-key"), TestContext.Current.CancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/admin/host/clock", UriKind.Relative));
        request.Headers.Add("x-functions-key", key);
        request.Content = JsonContent.Create(new { until });
        using HttpResponseMessage answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(until, body.GetProperty("now").GetDateTimeOffset());
    }

    private static string Describe(string name, DateTimeOffset now, TimerInfo timer) => string.Create(
        CultureInfo.InvariantCulture, $"{name} {now:HH:mm} last {timer.ScheduleStatus?.Last:yyyy-MM-ddTHH} late {timer.IsPastDue}");

    internal sealed class Hourly(ConcurrentQueue<string> runs, TimeProvider time)
    {
        [Function("Hourly")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context)
        {
            await Task.Yield();
            runs.Enqueue(Describe(context.FunctionDefinition.Name, time.GetUtcNow(), timer) + (context.GetHttpContext() is null ? "" : " http"));
        }
    }

    internal sealed class EveryTwoHours(ConcurrentQueue<string> runs, TimeProvider time)
    {
        [Function("EveryTwoHours")]
        public void Run([TimerTrigger("0 */2 * * *")] TimerInfo timer) => runs.Enqueue(Describe("EveryTwoHours", time.GetUtcNow(), timer));
    }

    internal sealed class BySetting(ConcurrentQueue<string> runs, TimeProvider time)
    {
        [Function("BySetting")]
        public void Run([TimerTrigger("%Lich%", RunOnStartup = true)] TimerInfo timer) =>
            runs.Enqueue(string.Create(CultureInfo.InvariantCulture, $"BySetting {time.GetUtcNow():HH:mm:ss} {timer.ScheduleStatus is null}"));
    }

    internal sealed class Failing(ConcurrentQueue<string> runs)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            runs.Enqueue("failed");
            throw new InvalidOperationException("expected by the test");
        }
    }
}
