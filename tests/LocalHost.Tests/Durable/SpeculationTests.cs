using Grpc.Core;
using Microsoft.DurableTask;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>What may run before a commit, and what may not.</summary>
public sealed class SpeculationTests(AzuriteServer azurite)
{
    private static void AddTwoSteps(DurableTestHost host, TaskOptions? first)
    {
        host.App.Activity<string>("first", _ => "1");
        host.App.Activity<string>("second", text => text + "2");
        host.App.Orchestrator("steps", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.CallActivityAsync<string>("second", await context.CallActivityAsync<string>("first", null, first));
        });
    }

    // Both activities run while no commit gets through.
    private static async Task<(string Id, Task Raised)> RunAheadAsync(DurableTestHost host)
    {
        AddTwoSteps(host, null);
        string id = await host.StartAsync("steps");
        await host.IdleAsync();
        host.Faults.LosesRequest = Faults.IsCommit;
        Task raised = host.RaiseAsync(id, "go");
        await Eventually.TrueAsync(() => Task.FromResult(host.App.Runs.ContainsKey("second")), TimeSpan.FromSeconds(10), "both activities run");
        return (id, raised);
    }

    [Fact]
    public async Task Activity_StorageAway_RunsBeforeTheTurnThatDecidedItIsRecorded()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        (string id, Task raised) = await RunAheadAsync(host);

        Assert.False(raised.IsCompleted);
        Assert.Equal(1, (await host.Store.HeaderAsync(id, DurableTestHost.Cancellation))!.Turn);
        host.Faults.LosesRequest = _ => false;
        await raised;
        Assert.Equal("12", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Activity_ResultMustBeDurable_NothingFollowsBeforeItIsRecorded()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddTwoSteps(host, new TaskOptions(tags: new Dictionary<string, string> { [ActivityScheduled.DurableResult] = "true" }));
        bool seen = false, isRecorded = false;
        host.App.Activity<string>("second", async (text, cancellation) =>
        {
            StoredInstance stored = (await host.Store.LoadAsync("tagged", cancellation))!;
            isRecorded = stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<TaskCompleted>().Any(end => end.Result == "\"1\"");
            seen = true;
            return text + "2";
        });
        await host.StartAsync("steps", id: "tagged");
        int lost = 0;
        host.Faults.LosesRequest = request => Faults.IsCommit(request) && Interlocked.Increment(ref lost) <= 3;
        await host.RaiseAsync("tagged", "go");

        Assert.Equal("12", await host.OutputAsync<string>("tagged"));
        Assert.True(seen);
        Assert.True(isRecorded);
    }

    [Fact]
    public async Task Crash_BeforeTheCommit_RunsTheActivityAgain_AndRecordsItOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        (string id, Task raised) = await RunAheadAsync(host);

        host.Crash();
        Assert.Equal(StatusCode.Unavailable, (await DurableTestHost.RefusalAsync(() => raised)).StatusCode);
        host.Faults.LosesRequest = _ => false;
        await host.StartAgainAsync();
        // The sender was not answered, so it sends again.
        await host.RaiseAsync(id, "go");

        Assert.Equal("12", await host.OutputAsync<string>(id));
        Assert.Equal(2, host.App.Runs["first"]);
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(2, stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<TaskCompleted>().Count());
    }

    [Fact]
    public async Task Speculation_StorageAwayForLong_StopsAfterSomeTurns()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("next", number => number + 1);
        host.App.Orchestrator("counts", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            int number = 0;
            while (number < 300)
                number = await context.CallActivityAsync<int>("next", number);
            return number;
        });
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        bool away = true;
        host.Faults.LosesRequest = request => Volatile.Read(ref away) && Faults.IsCommit(request);
        Task raised = host.RaiseAsync(id, "go");
        int before = -1;
        await Eventually.TrueAsync(
            () => Task.FromResult(
                host.App.Runs.TryGetValue("next", out int runs) && runs == Interlocked.Exchange(ref before, runs) && runs > 10),
            TimeSpan.FromSeconds(10), "it goes no further");

        Assert.InRange(before, 11, 70);
        host.Faults.LosesRequest = _ => false;
        await raised;
        Assert.Equal(300, await host.OutputAsync<int>(id));
        Assert.Equal(300, host.App.Runs["next"]);
    }

    [Fact]
    public async Task History_OfManyTurns_IsReadBackInOrder()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        int replayed = 0;
        host.App.Orchestrator("many", async context =>
        {
            List<int> seen = [];
            while (seen.Count < 1_500)
            {
                seen.Add(await context.WaitForExternalEvent<int>("number"));
                if (context.IsReplaying)
                    Interlocked.Increment(ref replayed);
            }

            return seen;
        });
        string id = await host.StartAsync("many");
        Task[] raised = new Task[1_499];
        for (int number = 0; number < 1_499; number++)
            raised[number] = host.RaiseAsync(id, "number", number);
        await Task.WhenAll(raised);
        Assert.Equal(0, replayed);
        int[] taken = [.. (await host.StoredAsync(id)).Execution.Turns
            .SelectMany(turn => turn.Received).OfType<EventReceived>().Select(raised => int.Parse(raised.Payload!, null))];

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "number", 1_499);

        Assert.Equal([.. taken, 1_499], await host.OutputAsync<List<int>>(id));
        Assert.Equal(Enumerable.Range(0, 1_499), taken.Order());
        Assert.Equal(1_499, replayed);
    }

    [Fact]
    public async Task Resting_MoreInstancesThanMemoryKeeps_AllGoOn()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", async context => await context.WaitForExternalEvent<int>("go"));
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => host.StartAsync("waits")));
        await host.IdleAsync();

        await Task.WhenAll(ids.Select((id, number) => host.RaiseAsync(id, "go", number)));

        Assert.Equal(7, await host.OutputAsync<int>(ids[7]));
        Assert.Equal(299, await host.OutputAsync<int>(ids[299]));
    }
}
