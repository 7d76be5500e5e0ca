using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class ContinueAsNewTests(AzuriteServer azurite)
{
    [Fact]
    public async Task ContinueAsNew_StartsWithTheNewInputAndAnEmptyHistory()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("next", number => number + 1);
        host.App.Orchestrator<int>("counts", async context =>
        {
            int next = await context.CallActivityAsync<int>("next", context.GetInput<int>());
            if (next < 5)
                context.ContinueAsNew(next);
            return next;
        });

        string id = await host.StartAsync("counts", 0);

        Assert.Equal(5, await host.OutputAsync<int>(id));
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(5, stored.Header.Execution);
        Assert.Equal(2, stored.Execution.Turns.Count);
        Assert.Empty(await HistoryKeysAsync(host));
    }

    [Theory]
    [InlineData(true, "kept")]
    [InlineData(false, "new")]
    public async Task ContinueAsNew_UnprocessedEvents_ArePreservedWhenAsked(bool preserve, string expected)
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<bool>("again", async context =>
        {
            if (context.GetInput<bool>())
                return await context.WaitForExternalEvent<string>("later");
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew(true, preserve);
            return null;
        });
        string id = await host.StartAsync("again", false);
        await host.RaiseAsync(id, "later", "kept");
        await host.RaiseAsync(id, "go");
        await host.IdleAsync();
        if (!preserve)
            await host.RaiseAsync(id, "later", "new");

        Assert.Equal(expected, await host.OutputAsync<string>(id));
    }

    // What arrives after ContinueAsNew was asked for goes on to the next execution, as what was buffered before does.
    [Fact]
    public async Task ContinueAsNew_EventsOfTheSameTurn_GoOnToTheNextExecution()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<List<int>>("one each", async context =>
        {
            List<int> seen = [.. context.GetInput<List<int>>() ?? [], await context.WaitForExternalEvent<int>("number")];
            if (seen.Count == 5)
                return seen;
            context.ContinueAsNew(seen);
            return null;
        });
        string id = await host.StartAsync("one each");
        host.Crash();
        for (int number = 0; number < 5; number++)
            await host.RaiseAsync(id, "number", number);

        await host.StartAgainAsync();

        Assert.Equal(Enumerable.Range(0, 5), await host.OutputAsync<List<int>>(id));
    }

    [Fact]
    public async Task ContinueAsNew_CarriedEvents_SurviveACrash()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<bool>("again", async context =>
        {
            string go = await context.WaitForExternalEvent<string>("go");
            if (!context.GetInput<bool>())
            {
                context.ContinueAsNew(true);
                return null;
            }

            return go + await context.WaitForExternalEvent<string>("later");
        });
        string id = await host.StartAsync("again", false);
        await host.RaiseAsync(id, "later", "kept");
        await host.RaiseAsync(id, "go", "1");
        await host.IdleAsync();

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "go", "2");

        Assert.Equal("2kept", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task ContinueAsNew_AfterManyTurns_DeletesAllOldRows()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<bool>("long", async context =>
        {
            if (context.GetInput<bool>())
                return "end";
            for (int turn = 0; turn < 300; turn++)
                await context.CreateTimer(TimeSpan.FromHours(-1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew(true);
            return null;
        });

        string id = await host.StartAsync("long", false);
        await host.IdleAsync();
        Assert.NotEmpty(await HistoryKeysAsync(host));
        await host.RaiseAsync(id, "go");

        Assert.Equal("end", await host.OutputAsync<string>(id));
        await host.IdleAsync();
        Assert.Empty(await HistoryKeysAsync(host));
    }

    [Fact]
    public async Task ContinueAsNew_CustomStatus_Stays()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<bool>("again", async context =>
        {
            if (context.GetInput<bool>())
                return true;
            context.SetCustomStatus("set before");
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew(true);
            return null;
        });
        string id = await host.StartAsync("again", false);
        await host.RaiseAsync(id, "go");

        Assert.True(await host.OutputAsync<bool>(id));
        Assert.Equal("set before", (await host.StateAsync(id)).ReadCustomStatusAs<string>());
    }

    private static async Task<List<string>> HistoryKeysAsync(DurableTestHost host) =>
        [.. (await host.RowKeysAsync()).Where(key => key.StartsWith(HistoryKeys.Prefix, StringComparison.Ordinal))];
}
