using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class InstanceAdminTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Instances_AreListed_WithWhatTheyWaitForAndTheirHistory()
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await StartAsync(folder);
        DurableTaskClient client = host.App.Services.GetRequiredService<DurableTaskClient>();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new StartOrchestrationOptions("class-1"), cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new StartOrchestrationOptions("class-2"), cancellation);
        await client.RaiseEventAsync("class-2", "go", cancellation);
        await client.WaitForInstanceCompletionAsync("class-2", cancellation);
        await host.App.Services.GetRequiredService<InFlight>().WhenIdleAsync();

        JsonElement first = await AskAsync(host, folder, "?prefix=class-&top=1"), running = await AskAsync(host, folder, "?status=running");
        string next = Uri.EscapeDataString(first.GetProperty("continuation").GetString()!);
        JsonElement second = await AskAsync(host, folder, $"?prefix=class-&top=1&continuation={next}");
        JsonElement one = await AskAsync(host, folder, "/class-1"), history = await AskAsync(host, folder, "/class-2/history");

        Assert.Equal("class-1", first.GetProperty("instances")[0].GetProperty("instanceId").GetString());
        Assert.Equal("class-2", second.GetProperty("instances")[0].GetProperty("instanceId").GetString());
        Assert.Equal("class-1", Assert.Single(running.GetProperty("instances").EnumerateArray()).GetProperty("instanceId").GetString());
        Assert.True(Assert.Single(one.GetProperty("timers").EnumerateArray()).GetProperty("fireAt").GetDateTimeOffset().Year >= 2024);
        Assert.Equal("timer (#0)", history[0].GetProperty("decided")[0].GetString());
        Assert.Contains("event go", history.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nobody/history", HttpStatusCode.NotFound)]
    [InlineData("GET", "?status=happy", HttpStatusCode.BadRequest)]
    [InlineData("GET", "?top=0", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/nobody/redrive", HttpStatusCode.NotFound)]
    [InlineData("POST", "/waiting/redrive", HttpStatusCode.Accepted)]
    [InlineData("POST", "/ended/redrive", HttpStatusCode.Conflict)]
    [InlineData("DELETE", "/waiting", HttpStatusCode.NotFound)]
    public async Task Instances_WhatCannotBeAnswered_IsRefused(string method, string path, HttpStatusCode expected)
    {
        using TemporaryFolder folder = new();
        await using RunningHost host = await StartAsync(folder);
        DurableTaskClient client = host.App.Services.GetRequiredService<DurableTaskClient>();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new StartOrchestrationOptions("waiting"), cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new StartOrchestrationOptions("ended"), cancellation);
        await client.RaiseEventAsync("ended", "go", cancellation);
        await client.WaitForInstanceCompletionAsync("ended", cancellation);

        using HttpResponseMessage answer = await host.SendAsync(
            new HttpMethod(method), "/admin/durable/instances" + path, ("x-functions-key", Key(folder)));

        Assert.Equal(expected, answer.StatusCode);
    }

    // Instances of its own: the other tests of this storage have theirs in the table of the usual name.
    private async Task<RunningHost> StartAsync(TemporaryFolder folder) => await RunningHost.StartAsync(
        RunningHost.Options(azurite, folder.Path),
        builder => builder.Services.AddSingleton(new DurableNames("D" + Guid.NewGuid().ToString("N"), "d" + Guid.NewGuid().ToString("N"))),
        [typeof(Lives)]);

    private static async Task<JsonElement> AskAsync(RunningHost host, TemporaryFolder folder, string path)
    {
        using HttpResponseMessage answer = await host.SendAsync(
            HttpMethod.Get, "/admin/durable/instances" + path, ("x-functions-key", Key(folder)));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string Key(TemporaryFolder folder) => File.ReadAllText(Path.Combine(folder.Path, "host-key"));

    internal static class Lives
    {
        [Function("Waits")]
        public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using CancellationTokenSource stop = new();
            Task timer = context.CreateTimer(TimeSpan.FromDays(30), stop.Token);
            await Task.WhenAny(timer, context.WaitForExternalEvent<object?>("go", stop.Token));
            return "ended";
        }
    }
}
