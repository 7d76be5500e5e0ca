using System.Collections.Concurrent;
using System.Diagnostics;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class TraceTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Trace_OfARequest_GoesOnThroughTurnsAndActivities_AlsoAfterARestart()
    {
        ConcurrentQueue<Activity> spans = [];
        using ActivitySource requests = new(nameof(TraceTests));
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is EngineTrace.SourceName or nameof(TraceTests) or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("does", _ => "done");
        host.App.Orchestrator("traced", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            await context.CallActivityAsync<string>("does");
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.CallActivityAsync<string>("does");
        });

        using Activity start = requests.StartActivity("start")!;
        string id = await host.StartAsync("traced");
        await host.IdleAsync();
        start.Stop();
        using Activity form = requests.StartActivity("form", ActivityKind.Server, parentContext: default)!;
        await host.RaiseAsync(id, "go");
        await host.IdleAsync();
        form.Stop();
        await host.CrashAndStartAgainAsync();
        await host.MoveToAsync(host.Time.GetUtcNow().AddHours(1));

        Activity[] own = [.. spans.Where(span => (string?)span.GetTagItem("durabletask.task.instance_id") == id)];
        Assert.Equal(start.TraceId, own.First(span => span.OperationName == "turn traced").TraceId);
        Activity[] activities = [.. own.Where(span => span.OperationName == "activity does")];
        Assert.Equal([form.TraceId, form.TraceId], activities.Select(span => span.TraceId));
        Assert.All(activities, span => Assert.Contains(own, turn => turn.SpanId == span.ParentSpanId && turn.OperationName == "turn traced"));
        Assert.Contains(own, span => span.OperationName == "commit" && span.TraceId == form.TraceId);
    }
}
