using System.Net;
using System.Text.Json;
using NtmServerless.LocalHost.Tests.Host.Support;
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
