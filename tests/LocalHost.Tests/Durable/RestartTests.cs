using Microsoft.DurableTask;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class RestartTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Restart_WhileATimerIsWaited_FiresIt()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("before", _ => "before");
        host.App.Orchestrator("timer", async context =>
        {
            string before = await context.CallActivityAsync<string>("before");
            await context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None);
            return before;
        });
        string id = await host.StartAsync("timer");
        await host.IdleAsync();
        DateTimeOffset due = host.Time.GetUtcNow().AddDays(60);
        DateTimeOffset? next = host.Engine.NextDue;

        await host.CrashAndStartAgainAsync();
        Assert.Equal(next, host.Engine.NextDue);
        await host.PassToAsync(due);

        Assert.Equal("before", await host.OutputAsync<string>(id));
        Assert.Equal(1, host.App.Runs["before"]);
    }

    [Fact]
    public async Task Restart_AfterATimerWasDue_FiresItAtOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("timer", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return "done";
        });
        string id = await host.StartAsync("timer");
        await host.IdleAsync();

        host.Crash();
        host.Time.MoveTo(host.Time.GetUtcNow().AddDays(5));
        await host.StartAgainAsync();

        Assert.Equal("done", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Restart_WhileAnEventIsWaited_TakesItAfterwards()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("event", async context =>
            await context.WaitForExternalEvent<string>("a") + await context.WaitForExternalEvent<string>("b"));
        string id = await host.StartAsync("event");
        await host.RaiseAsync(id, "a", "1");
        await host.IdleAsync();

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "b", "2");

        Assert.Equal("12", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Restart_EventRaisedWhileNoEngineRan_IsTaken()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("event", async context => await context.WaitForExternalEvent<string>("a"));
        string id = await host.StartAsync("event");
        await host.IdleAsync();

        host.Crash();
        await host.RaiseAsync(id, "a", "1");
        await host.StartAgainAsync();

        Assert.Equal("1", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Restart_WhileAnActivityRuns_RunsItAgain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        TaskCompletionSource running = new();
        host.App.Activity<string>("slow", async (_, cancellation) =>
        {
            if (host.App.Runs["slow"] == 1)
            {
                running.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return "done";
        });
        host.App.Orchestrator("works", async context => await context.CallActivityAsync<string>("slow"));
        string id = await host.StartAsync("works");
        await running.Task.WaitAsync(TimeSpan.FromSeconds(10), DurableTestHost.Cancellation);

        await host.CrashAndStartAgainAsync();

        Assert.Equal("done", await host.OutputAsync<string>(id));
        Assert.Equal(2, host.App.Runs["slow"]);
    }

    [Fact]
    public async Task Restart_InTheMiddleOfARetryDelay_GoesOnWithTheNextAttempt()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("shaky", _ => host.App.Runs["shaky"] < 2 ? throw new IOException("away") : "there");
        TaskOptions retry = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMinutes(1)));
        host.App.Orchestrator("retry", async context => await context.CallActivityAsync<string>("shaky", null, retry));
        string id = await host.StartAsync("retry");
        await host.IdleAsync();

        await host.CrashAndStartAgainAsync();
        await host.MoveToAsync(host.Time.GetUtcNow().AddMinutes(1));

        Assert.Equal("there", await host.OutputAsync<string>(id));
        Assert.Equal(2, host.App.Runs["shaky"]);
    }

    [Fact]
    public async Task Restart_AgainAndAgain_RecordsEveryStepOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("step", number => number + 1);
        host.App.Orchestrator("steps", async context =>
        {
            int number = 0;
            while (number < 40)
                number = await context.CallActivityAsync<int>("step", number);
            return number;
        });
        string id = await host.StartAsync("steps");

        for (int reached = 2; reached < 40; reached += 3)
        {
            await Eventually.TrueAsync(
                async () => (await host.Store.HeaderAsync(id, DurableTestHost.Cancellation))!.Turn >= reached,
                TimeSpan.FromSeconds(10), $"turn {reached} is recorded");
            await host.CrashAndStartAgainAsync();
        }

        Assert.Equal(40, await host.OutputAsync<int>(id));
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(Enumerable.Range(1, 41), stored.Execution.Turns.Select(turn => turn.Number));
        Assert.Equal(
            Enumerable.Range(0, 40),
            stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<TaskCompleted>().Select(done => done.Id));
    }

    [Fact]
    public async Task Stop_LetsTheTurnEnd_AndTheNextStartGoesOn()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("step", number => number + 1);
        host.App.Orchestrator("steps", async context =>
        {
            int number = 0;
            while (number < 30)
                number = await context.CallActivityAsync<int>("step", number);
            return number;
        });
        string id = await host.StartAsync("steps");
        await host.Client.WaitForInstanceStartAsync(id, DurableTestHost.Cancellation);

        await host.Engine.StopAsync(DurableTestHost.Cancellation);
        int turns = (await host.Store.HeaderAsync(id, DurableTestHost.Cancellation))!.Turn;
        await host.StartAgainAsync();

        Assert.InRange(turns, 1, 31);
        Assert.Equal(30, await host.OutputAsync<int>(id));
    }

    [Fact]
    public async Task Replay_GivesTheSameTimesGuidsAndLogsOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        List<string> seen = [];
        int loud = 0;
        host.App.Orchestrator("same", async context =>
        {
            string first = $"{context.CurrentUtcDateTime:O} {context.NewGuid()}";
            lock (seen)
                seen.Add(first);
            if (!context.IsReplaying)
                Interlocked.Increment(ref loud);
            await context.WaitForExternalEvent<string>("go");
            return first;
        });
        string id = await host.StartAsync("same");
        await host.MoveToAsync(host.Time.GetUtcNow().AddDays(1));
        await host.CrashAndStartAgainAsync();

        await host.RaiseAsync(id, "go");

        string output = (await host.OutputAsync<string>(id))!;
        Assert.Equal([output, output], seen);
        Assert.Equal(1, loud);
    }
}
