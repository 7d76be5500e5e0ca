using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class ControlTests(AzuriteServer azurite)
{
    private static async Task<object?> WaitForGoAsync(TaskOrchestrationContext context) =>
        await context.WaitForExternalEvent<string>("go");

    [Fact]
    public async Task CustomStatus_IsReadByClients_WhileItRuns()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("staged", context =>
        {
            context.SetCustomStatus(new { stage = "Registering" });
            return WaitForGoAsync(context);
        });

        string id = await host.StartAsync("staged");
        await host.IdleAsync();

        OrchestrationMetadata state = await host.StateAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, state.RuntimeStatus);
        Assert.Equal("Registering", state.ReadCustomStatusAs<Dictionary<string, string>>()!["stage"]);
    }

    [Fact]
    public async Task Terminate_EndsTheInstance_WithOutput()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);
        string id = await host.StartAsync("waits");
        await host.IdleAsync();

        await host.Client.TerminateInstanceAsync(id, "cancelled", DurableTestHost.Cancellation);

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("cancelled", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Suspend_HoldsEventsAndTimers_ResumeLetsThemThrough()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("both", async context =>
        {
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            string go = await context.WaitForExternalEvent<string>("go");
            await timer;
            return go;
        });
        string id = await host.StartAsync("both");
        // Its timer must be set before it is halted: one that is halted before its first turn sets it when it goes on.
        await host.IdleAsync();
        await host.Client.SuspendInstanceAsync(id, "wait", DurableTestHost.Cancellation);
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.StateAsync(id)).RuntimeStatus);
        Assert.Null(host.Engine.NextDue);

        await host.RaiseAsync(id, "go", "held");
        await host.MoveToAsync(host.Time.GetUtcNow().AddDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.StateAsync(id)).RuntimeStatus);
        await host.CrashAndStartAgainAsync();
        await host.Client.ResumeInstanceAsync(id, DurableTestHost.Cancellation);

        Assert.Equal("held", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Event_LeftOverByAnEndedInstance_IsDeleted()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);
        string id = await host.StartAsync("waits");
        host.Crash();
        for (int number = 0; number < 70; number++)
            await host.RaiseAsync(id, "go", "many");

        await host.StartAgainAsync();
        await host.EndAsync(id);
        await host.IdleAsync();

        Assert.DoesNotContain(await host.RowKeysAsync(), key => key.StartsWith("i-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_IdThatRuns_IsRefused()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);
        string id = await host.StartAsync("waits", id: "class-1");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.StartAsync("waits", id: id));

        await host.RaiseAsync(id, "go", "first");
        Assert.Equal("first", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Start_SameIdAtOnce_StartsExactlyOne()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);

        Task<string>[] starts = [.. Enumerable.Range(0, 10).Select(_ => host.StartAsync("waits", id: "class-1"))];
        await Task.WhenAll(starts.Select(start => start.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, starts.Count(start => start.IsCompletedSuccessfully));
        Assert.All(starts.Where(start => start.IsFaulted), start =>
            Assert.IsType<OrchestrationAlreadyExistsException>(start.Exception!.InnerException));
    }

    // Seen on the official host and read in ShimDurableTaskClient (2026-08): without statuses to guard, every ended instance may
    // be replaced.
    [Fact]
    public async Task Start_IdThatCompleted_IsReplaced_UnlessDeduped()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<string>("echo", context => Task.FromResult<object?>(context.GetInput<string>()));
        await host.OutputAsync<string>(await host.StartAsync("echo", "one", "again"));
        StartOrchestrationOptions options =
            new StartOrchestrationOptions("again").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync("echo", "two", options, DurableTestHost.Cancellation));
        Assert.Equal("one", await host.OutputAsync<string>("again"));
        await host.StartAsync("echo", "three", "again");

        Assert.Equal("three", await host.OutputAsync<string>("again"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public async Task Start_IdThatTableStorageRefuses_IsRefused(string id)
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        await Assert.ThrowsAsync<ArgumentException>(() => host.StartAsync("any", id: id));
    }

    [Fact]
    public async Task Start_OrchestratorMissing_WaitsForItsCode()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await host.StartAsync("tomorrow");
        await host.RaiseAsync(id, "go", "kept");
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.StateAsync(id)).RuntimeStatus);

        host.App.Orchestrator("tomorrow", WaitForGoAsync);
        await host.CrashAndStartAgainAsync();

        Assert.Equal("kept", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Terminate_OrchestratorMissing_EndsItAllTheSame()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await host.StartAsync("tomorrow");

        await host.Client.TerminateInstanceAsync(id, DurableTestHost.Cancellation);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task GetInstance_Missing_GivesNull()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        Assert.Null(await host.Client.GetInstanceAsync("nobody", DurableTestHost.Cancellation));
    }

    [Fact]
    public async Task Purge_DeletesOnlyEndedInstances_WithEverything()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);
        string id = await host.StartAsync("waits", new string('x', 50_000));
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync(id, DurableTestHost.Cancellation)).PurgedInstanceCount);
        await host.RaiseAsync(id, "go", new string('y', 50_000));
        await host.EndAsync(id);
        await host.IdleAsync();

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync(id, DurableTestHost.Cancellation)).PurgedInstanceCount);

        Assert.Null(await host.Client.GetInstanceAsync(id, DurableTestHost.Cancellation));
        Assert.Empty(await host.RowKeysAsync());
        Assert.Empty(host.Blobs.GetBlobs(cancellationToken: DurableTestHost.Cancellation));
    }

    [Fact]
    public async Task PurgeAll_ByTimeAndStatus_DeletesWhatFits()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator<bool>("fails", context => context.GetInput<bool>() ? throw new IOException("away") : Task.FromResult<object?>(1));
        DateTimeOffset day = host.Time.GetUtcNow();
        for (int number = 0; number < 3; number++)
        {
            await host.EndAsync(await host.StartAsync("fails", false, $"done-{number}"));
            await host.EndAsync(await host.StartAsync("fails", true, $"failed-{number}"));
            await host.MoveToAsync(host.Time.GetUtcNow().AddDays(1));
        }

        PurgeInstancesFilter filter = new(day, day.AddDays(1), [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]);
        PurgeResult purged = await host.Client.PurgeAllInstancesAsync(filter, DurableTestHost.Cancellation);

        Assert.Equal(2, purged.PurgedInstanceCount);
        List<string> left = [];
        await foreach (OrchestrationMetadata instance in host.Client.GetAllInstancesAsync())
            left.Add(instance.InstanceId);
        Assert.Equal(["done-2", "failed-0", "failed-1", "failed-2"], left);
    }

    [Fact]
    public async Task GetAllInstances_ComesInPages_ByStatusAndPrefix()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("waits", WaitForGoAsync);
        await Task.WhenAll(Enumerable.Range(0, 7).Select(n => host.StartAsync("waits", id: $"class-{n}")));
        await host.StartAsync("waits", id: "tour-1");
        await host.RaiseAsync("class-3", "go");
        await host.EndAsync("class-3");
        await host.IdleAsync();
        OrchestrationQuery query = new()
        {
            InstanceIdPrefix = "class-",
            PageSize = 4,
            Statuses = [OrchestrationRuntimeStatus.Running],
        };

        List<Page<OrchestrationMetadata>> pages = [];
        await foreach (Page<OrchestrationMetadata> page in host.Client.GetAllInstancesAsync(query).AsPages())
            pages.Add(page);
        OrchestrationQuery rest = query with { ContinuationToken = pages[0].ContinuationToken };
        List<string> second = [];
        await foreach (OrchestrationMetadata instance in host.Client.GetAllInstancesAsync(rest))
            second.Add(instance.InstanceId);

        Assert.Equal([4, 2], pages.Select(page => page.Values.Count));
        Assert.Equal(pages[1].Values.Select(instance => instance.InstanceId), second);
        Assert.DoesNotContain("class-3", pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task Version_InstanceStartedByOldCode_CompletesUnderNewCodeWithABranch()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("ask", _ => "old");
        host.App.Activity<string>("ask twice", _ => "new");
        host.App.Orchestrator("grows", async context =>
        {
            string answer = await context.CallActivityAsync<string>("ask");
            await context.WaitForExternalEvent<string>("go");
            return answer;
        });
        string old = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "grows", null, new StartOrchestrationOptions { Version = "1.0" }, DurableTestHost.Cancellation);
        await host.IdleAsync();

        host.App.Orchestrator("grows", async context =>
        {
            string answer = await context.CallActivityAsync<string>(context.Version == "1.0" ? "ask" : "ask twice");
            await context.WaitForExternalEvent<string>("go");
            return $"{answer} {context.Version}";
        });
        await host.CrashAndStartAgainAsync();
        string young = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "grows", null, new StartOrchestrationOptions { Version = "2.0" }, DurableTestHost.Cancellation);
        await host.RaiseAsync(old, "go");
        await host.RaiseAsync(young, "go");

        Assert.Equal("old 1.0", await host.OutputAsync<string>(old));
        Assert.Equal("new 2.0", await host.OutputAsync<string>(young));
    }
}
