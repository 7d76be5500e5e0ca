using System.Net;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

/// <summary>The app's process is killed alone; nothing is lost.</summary>
public sealed class WorkerDeathTests(MortalHost mortal) : IClassFixture<MortalHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("text/html", "text/html; charset=utf-8")]
    public async Task Killed_DuringARequest_AnswersItWithRetryAfter_AndTheNextOneFromANewProcess(string accept, string type)
    {
        RunningHost host = await mortal.HostAsync();
        int before = host.Notes.All("hang ever").Length;
        Task<HttpResponseMessage> underWay = host.SendAsync(HttpMethod.Get, "/api/hang/ever", ("Accept", accept));
        await host.Notes.UntilAsync("hang ever", before + 1);

        await host.KillWorkerAsync();
        using HttpResponseMessage lost = await underWay;
        using HttpResponseMessage next = await host.SendAsync(HttpMethod.Get, "/api/result");

        Assert.Contains(lost.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable]);
        Assert.NotNull(lost.Headers.RetryAfter);
        Assert.Equal(type, lost.Content.Headers.ContentType?.ToString());
        Assert.Contains("đang khởi động lại", await lost.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
    }

    [Fact]
    public async Task Killed_DuringAnActivity_RunsItAgain_AndTheInstanceCompletes()
    {
        RunningHost host = await mortal.HostAsync();
        await host.PostAsync("/api/start/gated/cut", "\"activity\"");
        await host.Notes.UntilAsync("passes activity");

        await host.KillWorkerAsync();
        host.Notes.Open("activity");

        Assert.Equal("Completed \"passed\"", await host.GetAsync("/api/end/cut"));
        Assert.Equal(2, host.Notes.All("passes activity").Length);
    }

    [Fact]
    public async Task Killed_WhileInstancesWait_LetsThemGoOn()
    {
        RunningHost host = await mortal.HostAsync();
        await host.PostAsync("/api/start/counts/waiting", "3");
        await host.PostAsync("/api/raise/waiting/tick", "1");
        await host.PostAsync("/api/start/five/steps");

        await host.KillWorkerAsync();
        await host.PostAsync("/api/raise/steps/go", "7");
        await host.PostAsync("/api/raise/waiting/tick", "20");
        await host.KillWorkerAsync();
        await host.PostAsync("/api/raise/waiting/tick", "300");

        Assert.Equal("Completed 12", await host.GetAsync("/api/end/steps"));
        Assert.Equal("Completed 321", await host.GetAsync("/api/end/waiting"));
    }

    [Fact]
    public async Task Killed_DuringATimersRun_RunsItAgain()
    {
        RunningHost host = await mortal.HostAsync();
        using HttpResponseMessage accepted = await host.AdminAsync(HttpMethod.Post, "/functions/Slow");
        await host.Notes.UntilAsync("Slow begun");

        await host.KillWorkerAsync();
        host.Notes.Open("slow");

        await host.Notes.UntilAsync("Slow ended");
        Assert.Equal(2, host.Notes.All("Slow begun").Length);
        await Eventually.TrueAsync(
            async () => (await host.StatusAsync()).GetProperty("idle").GetBoolean(), TimeSpan.FromSeconds(30), "nothing is under way");
    }
}
