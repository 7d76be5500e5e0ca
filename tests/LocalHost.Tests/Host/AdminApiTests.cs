using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Worker;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class AdminApiTests(SharedHost shared, AzuriteServer azurite)
{
    [Fact]
    public async Task Status_TellsTheClockAndTheCountsOfBothProcesses_AndIsNotItselfInFlight()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite);
        await host.GetAsync("/api/asked");

        JsonElement status = await host.StatusAsync();

        Assert.Equal("practice", status.GetProperty("mode").GetString());
        Assert.True(status.GetProperty("idle").GetBoolean());
        Assert.Equal(1, status.GetProperty("httpRequests").GetInt64());
        Assert.True(status.GetProperty("storageRequests").GetProperty("host").GetInt64() > 0);
        Assert.Equal(3, status.GetProperty("storageRequests").GetProperty("app").GetInt64());
        Assert.Equal(2024, status.GetProperty("now").GetDateTimeOffset().Year);
        await host.KillWorkerAsync();
        await host.GetAsync("/api/asked");
        Assert.Equal(6, (await host.StatusAsync()).GetProperty("storageRequests").GetProperty("app").GetInt64());
    }

    [Theory]
    [InlineData("GET", "/admin/host/status", null)]
    [InlineData("GET", "/admin/host/status", "wrong")]
    [InlineData("POST", "/admin/functions/Hourly", "wrong")]
    public async Task Call_WithoutTheHostKey_Is401(string method, string path, string? key)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(
            new HttpMethod(method), path, key is null ? [] : [("x-functions-key", key)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task ClockKey_MovesAPracticeClock_AndOpensNothingElse()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite);
        string key = host.App.Services.GetRequiredService<ClockKey>().Value;
        DateTimeOffset until = new(2024, 4, 3, 0, 0, 0, TimeSpan.Zero);

        foreach ((string method, string path) in ((string, string)[])
            [("GET", "/admin/host/status"), ("POST", "/admin/host/clock"), ("POST", "/admin/functions/Hourly"), ("GET", "/admin/durable/instances")])
        {
            using HttpResponseMessage refused = await host.SendAsync(new HttpMethod(method), path, ("x-functions-key", key));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using HttpRequestMessage move = new(HttpMethod.Post, "/admin/host/clock/move") { Content = JsonContent.Create(new { until }) };
        move.Headers.Add("x-functions-key", key);
        using HttpResponseMessage begun = await host.Http.SendAsync(move, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        await Eventually.TrueAsync(async () =>
        {
            using HttpResponseMessage seen = await host.SendAsync(HttpMethod.Get, "/admin/host/clock", ("x-functions-key", key));
            JsonElement clock = await seen.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            return clock.GetProperty("movingTo").ValueKind == JsonValueKind.Null && clock.GetProperty("now").GetDateTimeOffset() >= until;
        }, TimeSpan.FromSeconds(60), "the clock has arrived");
    }

    [Fact]
    public async Task Clock_ThatIsReal_IsMovedByNoKey_AndTheAppGetsNone()
    {
        using TemporaryFolder folder = new();
        LaunchOptions own = RunningHost.Options(folder.Path, azurite) with { Plan = Path.Combine(folder.Path, "plan.json") };
        await using RunningHost host = await RunningHost.StartAsync(own);
        Assert.Null(host.App.Services.GetRequiredService<WorkerSettings>().Own[ClockKey.Setting]);
        using HttpRequestMessage move = new(HttpMethod.Post, "/admin/host/clock/move") { Content = JsonContent.Create(new { until = "2024-05-01T00:00:00Z" }) };
        move.Headers.Add("x-functions-key", host.App.Services.GetRequiredService<ClockKey>().Value);
        using HttpResponseMessage refused = await host.Http.SendAsync(move, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Theory]
    [InlineData("rebind.example", HttpStatusCode.BadRequest)]
    [InlineData("10.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("localhost:80", HttpStatusCode.Unauthorized)]
    [InlineData("[::1]", HttpStatusCode.Unauthorized)]
    public async Task Call_UnderANameThatIsNotThisPcs_IsRefusedBeforeTheKeyIsLookedAt(string name, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(HttpMethod.Get, "/admin/host/status", ("Host", name));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/admin/host/status")]
    [InlineData("DELETE", "/nobody/answers/this")]
    public async Task Answer_OfTheHostItself_CarriesTheSameHeadersAsThoseOfTheApp(string method, string path)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).SendAsync(new HttpMethod(method), path);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/host/clock", """{"until":"soon"}""", HttpStatusCode.BadRequest)]
    [InlineData("/host/clock", "{", HttpStatusCode.BadRequest)]
    [InlineData("/functions/nobody", null, HttpStatusCode.NotFound)]
    [InlineData("/functions/result", null, HttpStatusCode.NotFound)]
    public async Task Call_ThatCannotBeAnswered_IsRefused(string path, string? body, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await (await shared.HostAsync()).AdminAsync(HttpMethod.Post, path, body);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Function_WithATimer_IsRunByItsName()
    {
        RunningHost host = await shared.HostAsync();
        using HttpResponseMessage answer = await host.AdminAsync(HttpMethod.Post, "/functions/everytwohours", """{"input":""}""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await host.Notes.UntilAsync("EveryTwoHours");
    }

    [Fact]
    public void HostKey_IsReadableByItsOwnerOnly()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(Data.FolderSecrets.HostKey(folder.Path), Data.FolderSecrets.HostKey(folder.Path));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "host-key")));
    }
}
