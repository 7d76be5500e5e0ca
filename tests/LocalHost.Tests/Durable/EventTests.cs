using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class EventTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Event_RaisedBeforeTheWait_IsKept()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("late", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<string>("early");
        });
        string id = await host.StartAsync("late");

        await host.RaiseAsync(id, "early", "first");
        await host.IdleAsync();
        await host.RaiseAsync(id, "go");

        Assert.Equal("first", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Event_RaisedRightAfterTheStart_IsNeverLost()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", async context => await context.WaitForExternalEvent<int>("go"));

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            string id = await host.StartAsync("waits");
            await host.RaiseAsync(id, "go", number);
            return id;
        }));

        int[] outputs = await Task.WhenAll(ids.Select(id => host.OutputAsync<int>(id)));
        Assert.Equal(Enumerable.Range(0, 20), outputs);
    }

    // Read in the official worker (TaskOrchestrationContextWrapper, 2026-08): events are buffered in order, but since 1.18 the
    // wait that came last gets the next one. The first one gets it here, as before that; the app never has two on one name.
    [Fact]
    public async Task Event_SeveralWaitsOnOneName_FirstComeFirstServed()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("two", async context =>
        {
            Task<string> first = context.WaitForExternalEvent<string>("part");
            Task<string> second = context.WaitForExternalEvent<string>("part");
            return string.Join(" ", await Task.WhenAll(first, second));
        });
        string id = await host.StartAsync("two");
        await host.IdleAsync();

        await host.RaiseAsync(id, "part", "a");
        await host.RaiseAsync(id, "part", "b");

        Assert.Equal("a b", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Event_ManyBuffered_ComeOutInOrder()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("many", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            List<int> seen = [];
            while (seen.Count < 120)
                seen.Add(await context.WaitForExternalEvent<int>("number"));
            return seen;
        });
        string id = await host.StartAsync("many");

        for (int number = 0; number < 120; number++)
            await host.RaiseAsync(id, "number", number);
        await host.RaiseAsync(id, "go");

        Assert.Equal(Enumerable.Range(0, 120), await host.OutputAsync<List<int>>(id));
    }

    [Fact]
    public async Task Event_NameInAnotherCase_Matches()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", async context => await context.WaitForExternalEvent<string>("RegistrationClosed"));
        string id = await host.StartAsync("waits");

        await host.RaiseAsync(id, "registrationCLOSED", "yes");

        Assert.Equal("yes", await host.OutputAsync<string>(id));
    }

    // Read there too: a cancelled wait stays in line and swallows the next event. Nobody can want that, so it does not here; an
    // app that runs on both begins anew after it has given up a wait, as the lifecycles do.
    [Fact]
    public async Task Event_WaitCancelled_TakesNoEvent()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("gives up", async context =>
        {
            using CancellationTokenSource stop = new();
            Task<string> abandoned = context.WaitForExternalEvent<string>("part", stop.Token);
            stop.CancelHere();
            await Assert.ThrowsAsync<TaskCanceledException>(() => abandoned);
            return await context.WaitForExternalEvent<string>("part");
        });
        string id = await host.StartAsync("gives up");
        await host.IdleAsync();

        await host.RaiseAsync(id, "part", "kept");

        Assert.Equal("kept", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Event_ToMissingInstance_Fails()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Exception missing = await Assert.ThrowsAnyAsync<Exception>(() => host.RaiseAsync("nobody", "go"));

        Assert.Contains("nobody", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ToEndedInstance_Fails()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("short", _ => Task.FromResult<object?>(1));
        string id = await host.StartAsync("short");
        await host.EndAsync(id);

        Exception ended = await Assert.ThrowsAnyAsync<Exception>(() => host.RaiseAsync(id, "go"));

        Assert.Contains("ended", ended.Message, StringComparison.Ordinal);
    }
}
