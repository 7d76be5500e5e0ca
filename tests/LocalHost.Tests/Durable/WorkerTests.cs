using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>The worker keeps orchestrators between their turns; what it has lost is sent again.</summary>
public sealed class WorkerTests(AzuriteServer azurite)
{
    private static void AddSteps(DurableTestHost host)
    {
        host.App.Activity<int>("next", number => number + 1);
        host.App.Orchestrator("child", async context => await context.WaitForExternalEvent<int>("more"));
        host.App.Orchestrator<int>("steps", async context =>
        {
            int number = context.GetInput<int>();
            while (number < 5)
                number = await context.CallActivityAsync<int>("next", number);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            number += await context.CallSubOrchestratorAsync<int>("child", new SubOrchestrationOptions(instanceId: "child"));
            return number + await context.WaitForExternalEvent<int>("add");
        });
    }

    // Five turns, a timer, a sub-orchestration and an event; the worker is lost as the test says.
    private static async Task<int> GoAsync(DurableTestHost host, Action lose)
    {
        AddSteps(host);
        lose();
        string id = await host.StartAsync("steps", 1);
        await host.IdleAsync();
        lose();
        await host.MoveToAsync(host.Time.GetUtcNow().AddHours(1));
        lose();
        await Eventually.TrueAsync(
            async () => await host.Client.GetInstanceAsync("child", DurableTestHost.Cancellation) is { RuntimeStatus: OrchestrationRuntimeStatus.Running },
            TimeSpan.FromSeconds(15), "the child waits");
        await host.RaiseAsync("child", "more", 10);
        await host.IdleAsync();
        lose();
        await host.RaiseAsync(id, "add", 100);
        Assert.Equal(4, host.App.Runs["next"]);
        return await host.OutputAsync<int>(id);
    }

    [Fact]
    public async Task Turns_WorkerRemembers_OnlyTheFirstSendsTheHistory()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Assert.Equal(115, await GoAsync(host, () => { }));
        // The parent's and the child's.
        Assert.Equal(2, host.App.WholeHistories);
    }

    [Fact]
    public async Task Turns_WorkerHasForgotten_TheWholeHistoryIsSentAgain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Assert.Equal(115, await GoAsync(host, host.App.LoseSessions));
        Assert.InRange(host.App.WholeHistories, 5, 8);
    }

    [Fact]
    public async Task Turns_WorkerDiesInThem_RunAgain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Assert.Equal(115, await GoAsync(host, () => host.App.Deaths = 2));
        Assert.True(host.App.WholeHistories > 8);
    }

    [Fact]
    public async Task Client_WithoutTheTaskHubsName_IsRefused()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("any", _ => Task.FromResult<object?>(1));
        string id = await host.StartAsync("any");

        foreach (DurableTaskClient stranger in new[] { host.Hub.ClientThatSays(null), host.Hub.ClientThatSays("DurableFunctionsHub") })
        {
            Func<Task>[] questions =
            [
                () => stranger.GetInstanceAsync(id, DurableTestHost.Cancellation),
                () => stranger.ScheduleNewOrchestrationInstanceAsync("any", DurableTestHost.Cancellation),
                () => stranger.RaiseEventAsync(id, "go", DurableTestHost.Cancellation),
                () => stranger.PurgeInstanceAsync(id, DurableTestHost.Cancellation),
            ];
            foreach (Func<Task> question in questions)
                Assert.Equal(StatusCode.PermissionDenied, (await DurableTestHost.RefusalAsync(question)).StatusCode);
        }
    }

    [Fact]
    public async Task Payloads_OfFiveMegabytes_GoThroughTheClientAndTheWorker()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("echo", text => text);
        host.App.Orchestrator<string>("large", async context =>
            await context.CallActivityAsync<string>("echo", context.GetInput<string>()) + await context.WaitForExternalEvent<string>("more"));
        string text = new('x', 5_000_000);

        string id = await host.StartAsync("large", text);
        await host.RaiseAsync(id, "more", text);

        Assert.Equal(text + text, await host.OutputAsync<string>(id));
    }
}
