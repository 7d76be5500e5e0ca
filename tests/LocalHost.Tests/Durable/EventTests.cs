using Grpc.Core;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class EventTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Event_RaisedBeforeTheWait_IsKept()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
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
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
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

    // The official worker's own order: the wait that came last gets the next one. The app never has two on one name.
    [Fact]
    public async Task Event_SeveralWaitsOnOneName_LastComeFirstServed()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
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

        Assert.Equal("b a", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Event_ManyBuffered_ComeOutInOrder()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
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
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", async context => await context.WaitForExternalEvent<string>("RegistrationClosed"));
        string id = await host.StartAsync("waits");

        await host.RaiseAsync(id, "registrationCLOSED", "yes");

        Assert.Equal("yes", await host.OutputAsync<string>(id));
    }

    // A cancelled wait stays in line: it swallows an event as soon as no later wait is before it. So an app begins anew after it
    // has given up a wait, as the lifecycles do.
    [Fact]
    public async Task Event_WaitCancelled_ALaterWaitComesFirst()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
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
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Status missing = await DurableTestHost.RefusalAsync(() => host.RaiseAsync("nobody", "go"));

        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
        Assert.Contains("nobody", missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ToEndedInstance_Fails()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("short", _ => Task.FromResult<object?>(1));
        string id = await host.StartAsync("short");
        await host.EndAsync(id);

        Status ended = await DurableTestHost.RefusalAsync(() => host.RaiseAsync(id, "go"));

        Assert.Equal(StatusCode.FailedPrecondition, ended.StatusCode);
        Assert.Contains("ended", ended.Detail, StringComparison.Ordinal);
    }
}
