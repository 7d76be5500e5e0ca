using System.Net;
using System.Text.Json;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class InstanceAdminTests(SharedHost shared)
{
    private const string Root = "/durable/instances";

    private readonly string _class = $"class-{Guid.NewGuid():N}-";

    [Fact]
    public async Task Instances_AreListed_WithWhatTheyWaitForAndTheirHistory()
    {
        RunningHost host = await StartAsync("1", "2");

        JsonElement first = await AskAsync($"?prefix={_class}&top=1"), running = await AskAsync($"?status=running&prefix={_class}");
        JsonElement second = await AskAsync($"?prefix={_class}&top=1&continuation={Uri.EscapeDataString(first.GetProperty("continuation").GetString()!)}");
        JsonElement one = await AskAsync($"/{_class}1"), history = await AskAsync($"/{_class}2/history");

        Assert.Equal([_class + "1"], Ids(first));
        Assert.Equal([_class + "2"], Ids(second));
        Assert.Equal([_class + "1"], Ids(running));
        Assert.True(Assert.Single(one.GetProperty("timers").EnumerateArray()).GetProperty("fireAt").GetDateTimeOffset().Year >= 2024);
        Assert.Equal("timer (#0)", history[0].GetProperty("decided")[0].GetString());
        Assert.Contains("event go", history.ToString(), StringComparison.Ordinal);

        Task<JsonElement> AskAsync(string path) => host.AdminJsonAsync(HttpMethod.Get, Root + path);
    }

    [Theory]
    [InlineData("GET", "/nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nobody/history", HttpStatusCode.NotFound)]
    [InlineData("GET", "?status=happy", HttpStatusCode.BadRequest)]
    [InlineData("GET", "?top=0", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/nobody/redrive", HttpStatusCode.NotFound)]
    [InlineData("POST", "/{class}waiting/redrive", HttpStatusCode.Accepted)]
    [InlineData("POST", "/{class}ended/redrive", HttpStatusCode.Conflict)]
    [InlineData("DELETE", "/{class}waiting", HttpStatusCode.NotFound)]
    public async Task Instances_WhatCannotBeAnswered_IsRefused(string method, string path, HttpStatusCode expected)
    {
        RunningHost host = path.Contains("{class}", StringComparison.Ordinal) ? await StartAsync("waiting", "ended") : await shared.HostAsync();

        using HttpResponseMessage answer = await host.AdminAsync(new HttpMethod(method), Root + path.Replace("{class}", _class, StringComparison.Ordinal));

        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>An instance that waits for its timer, and one that has ended.</summary>
    private async Task<RunningHost> StartAsync(string waiting, string ended)
    {
        RunningHost host = await shared.HostAsync();
        foreach (string id in (string[])[waiting, ended])
            await host.PostAsync($"/api/start/days/{_class}{id}");
        await host.PostAsync($"/api/raise/{_class}{ended}/go");
        Assert.Equal("Completed \"gone\"", await host.GetAsync($"/api/end/{_class}{ended}"));
        await Eventually.TrueAsync(
            async () => (await host.AdminJsonAsync(HttpMethod.Get, $"{Root}/{_class}{waiting}")).GetProperty("timers").GetArrayLength() > 0,
            TimeSpan.FromSeconds(30), "the first instance waits");
        return host;
    }

    private static string?[] Ids(JsonElement page) =>
        [.. page.GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("instanceId").GetString())];
}
