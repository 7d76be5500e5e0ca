using Microsoft.DurableTask;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class TimerTests(AzuriteServer azurite)
{
    private static async Task<object?> RaceAsync(TaskOrchestrationContext context)
    {
        using CancellationTokenSource stop = new();
        Task timer = context.CreateTimer(TimeSpan.FromDays(10), stop.Token);
        Task<string> reply = context.WaitForExternalEvent<string>("reply");
        if (await Task.WhenAny(timer, reply) == timer)
            return "timer";
        stop.CancelHere();
        await context.WaitForExternalEvent<string>("end");
        return "event";
    }

    [Fact]
    public async Task Race_EventWins_TheTimerFiresIntoNothing()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("race", RaceAsync);
        string id = await host.StartAsync("race");

        await host.RaiseAsync(id, "reply");
        await host.PassToAsync(host.Time.GetUtcNow().AddDays(10));

        Assert.Null(host.Engine.NextDue);
        await host.RaiseAsync(id, "end");
        Assert.Equal("event", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Race_TimerWins_WhenNoEventComes()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("race", RaceAsync);
        string id = await host.StartAsync("race");

        await host.PassToAsync(host.Time.GetUtcNow().AddDays(9));
        Assert.False((await host.StateAsync(id)).IsCompleted);
        await host.PassToAsync(host.Time.GetUtcNow().AddDays(1));

        Assert.Equal("timer", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Timer_Cancelled_Throws()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("cancels", async context =>
        {
            using CancellationTokenSource stop = new();
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
            stop.CancelHere();
            await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
            await context.WaitForExternalEvent<string>("end");
            return "cancelled";
        });
        string id = await host.StartAsync("cancels");

        await host.RaiseAsync(id, "end");
        Assert.Equal("cancelled", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Timer_InThePast_FiresAtOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("past", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "done";
        });

        Assert.Equal("done", await host.OutputAsync<string>(await host.StartAsync("past")));
    }

    [Fact]
    public async Task Timer_MonthsAway_ComesInPartsOfThreeDays_AndFiresWhenBusinessTimeMoves()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        DateTime due = new(2024, 12, 14, 17, 0, 0, DateTimeKind.Utc);
        host.App.Orchestrator("year", async context =>
        {
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        DateTimeOffset start = host.Time.GetUtcNow();
        string id = await host.StartAsync("year");
        await host.IdleAsync();
        Assert.Equal(start.AddDays(3), host.Engine.NextDue);

        await host.PassToAsync(due.AddMinutes(-1));
        Assert.Equal(due, host.Engine.NextDue!.Value.UtcDateTime);
        await host.CrashAndStartAgainAsync();
        await host.PassToAsync(due);

        Assert.Equal(due, await host.OutputAsync<DateTime>(id));
        Assert.Equal(Math.Ceiling((due - start.UtcDateTime) / TimeSpan.FromDays(3)) + 1, (await host.StoredAsync(id)).Header.Turn);
    }

    [Fact]
    public async Task WaitForExternalEvent_TimesOut_ThrowsTaskCanceled()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("timeout", async context =>
        {
#pragma warning disable xUnit1051
            await Assert.ThrowsAsync<TaskCanceledException>(
                () => context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1)));
#pragma warning restore xUnit1051
            // The next event belongs to the next wait.
            return await context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1));
        });
        string id = await host.StartAsync("timeout");

        await host.MoveToAsync(host.Time.GetUtcNow().AddHours(1));
        await host.RaiseAsync(id, "reply", "late");

        Assert.Equal("late", await host.OutputAsync<string>(id));
        await host.IdleAsync();
        Assert.Null(host.Engine.NextDue);
    }

    [Fact]
    public async Task Start_WithStartAt_WaitsForBusinessTime()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("later", context => Task.FromResult<object?>(context.CurrentUtcDateTime));
        DateTimeOffset startAt = host.Time.GetUtcNow().AddDays(3);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "later", null, new StartOrchestrationOptions(null, startAt), DurableTestHost.Cancellation);
        await host.IdleAsync();
        Assert.Equal(startAt, host.Engine.NextDue);

        await host.MoveToAsync(startAt);

        Assert.Equal(startAt.UtcDateTime, await host.OutputAsync<DateTime>(id));
    }

    [Fact]
    public async Task CurrentUtcDateTime_WhenTheClockGoesBack_DoesNot()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("clock", async context =>
        {
            DateTime first = context.CurrentUtcDateTime;
            await context.WaitForExternalEvent<string>("go");
            return context.CurrentUtcDateTime >= first;
        });
        string id = await host.StartAsync("clock");
        await host.IdleAsync();

        host.Time.MoveTo(host.Time.GetUtcNow().AddDays(-1));
        await host.RaiseAsync(id, "go");

        Assert.True(await host.OutputAsync<bool>(id));
    }
}
