using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class AdminApiTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Status_TellsTheClockAndTheCounts_AndIsNotItselfInFlight()
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await RunningHost.StartAsync(RunningHost.Options(azurite, folder.Path), _ => { }, [typeof(Ping)]);
        await host.GetAsync("/api/ping");

        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, "/admin/host/status", ("x-functions-key", Key(folder)));
        JsonElement status = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal("practice", status.GetProperty("mode").GetString());
        Assert.True(status.GetProperty("idle").GetBoolean());
        Assert.Equal(1, status.GetProperty("httpRequests").GetInt64());
        Assert.True(status.GetProperty("storageRequests").GetProperty("host").GetInt64() > 0);
        Assert.Equal(2024, status.GetProperty("now").GetDateTimeOffset().Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Call_WithoutTheHostKey_Is401(string? key)
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Ping));

        using HttpResponseMessage answer = await host.SendAsync(
            HttpMethod.Get, "/admin/host/status", key is null ? [] : [("x-functions-key", key)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(true, """{"until":"2030-01-01T00:00Z"}""", HttpStatusCode.Conflict)]
    [InlineData(false, """{"until":"2030-01-01T00:00Z"}""", HttpStatusCode.OK)]
    [InlineData(false, """{"until":"soon"}""", HttpStatusCode.BadRequest)]
    [InlineData(false, "{", HttpStatusCode.BadRequest)]
    public async Task Clock_MovesUnlessItIsReal(bool ownPlan, string body, HttpStatusCode status)
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await RunningHost.StartAsync(
            RunningHost.Options(azurite, folder.Path) with { Plan = ownPlan ? "own.json" : null }, _ => { }, [typeof(Ping)]);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/admin/host/clock", UriKind.Relative));
        request.Headers.Add("x-functions-key", Key(folder));
        request.Content = new StringContent(body);

        using HttpResponseMessage answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void HostKey_IsReadableByItsOwnerOnly()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(Data.FolderSecrets.HostKey(folder.Path), Data.FolderSecrets.HostKey(folder.Path));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "host-key")));
    }

    private static string Key(TemporaryFolder folder) => File.ReadAllText(Path.Combine(folder.Path, "host-key"));

    internal static class Ping
    {
        [Function("ping")]
        public static IResult Get([HttpTrigger("get")] HttpRequest request) => Results.Ok();
    }
}
