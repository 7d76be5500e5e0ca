using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;
using TaskFailedException = Microsoft.DurableTask.TaskFailedException;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>
/// An orchestrator calls another one. Read in the official source, where the documentation is silent: TaskOrchestrationContextWrapper
/// (microsoft/durabletask-dotnet) for ids, versions and retries, TaskOrchestrationDispatcher (Azure/durabletask) for the parent's message.
/// </summary>
public sealed class SubOrchestrationTests(AzuriteServer azurite)
{
    private static readonly SubOrchestrationOptions Child = new(instanceId: "child");

    [Fact]
    public async Task CallSubOrchestrator_WithInput_GivesItsOutput()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("double", number => number * 2);
        host.App.Orchestrator<int>("child", async context => await context.CallActivityAsync<int>("double", context.GetInput<int>()) + 1);
        host.App.Orchestrator("parent", async context =>
            (await Task.WhenAll(Enumerable.Range(1, 20).Select(n => context.CallSubOrchestratorAsync<int>("Child", n)))).Sum());

        string id = await host.StartAsync("parent");

        Assert.Equal(440, await host.OutputAsync<int>(id));
        Assert.Equal(20, host.App.Runs["double"]);
    }

    [Fact]
    public async Task CallSubOrchestrator_ThatFails_SurfacesAsTaskFailedWithInnerCause()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("child", _ => throw new InvalidOperationException("no hall", new IOException("rain")));
        host.App.Orchestrator("parent", async context =>
        {
            TaskFailureDetails failed = (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("child"))).FailureDetails;
            return $"{failed.ErrorType}: {failed.ErrorMessage}, {failed.InnerFailure!.ErrorMessage}";
        });

        string id = await host.StartAsync("parent");

        Assert.Equal("System.InvalidOperationException: no hall, rain", await host.OutputAsync<string>(id));
    }

    /// <summary>TaskOrchestrationDispatcher.GetSubOrchestrationMessage: a child that was terminated has failed for its parent.</summary>
    [Fact]
    public async Task CallSubOrchestrator_ThatIsTerminated_SurfacesAsTaskFailed()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await StartWaitingAsync(host);

        await host.Client.TerminateInstanceAsync("child", "not needed", DurableTestHost.Cancellation);

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, end.FailureDetails!.ErrorType);
        Assert.Contains("not needed", end.FailureDetails.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_OfAParent_LetsItsChildGoOn()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await StartWaitingAsync(host);

        await host.Client.TerminateInstanceAsync(id, DurableTestHost.Cancellation);
        await host.EndAsync(id);
        await host.RaiseAsync("child", "go", 5);

        Assert.Equal(5, await host.OutputAsync<int>("child"));
    }

    [Fact]
    public async Task CallSubOrchestrator_ThatContinuesAsNew_GivesItsLastOutput()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("more", number => number + 1);
        host.App.Orchestrator<int>("child", async context =>
        {
            int number = await context.CallActivityAsync<int>("more", context.GetInput<int>());
            if (number < 5) context.ContinueAsNew(number);
            return number;
        });
        host.App.Orchestrator("parent", async context => await context.CallSubOrchestratorAsync<int>("child", 1));

        string id = await host.StartAsync("parent");

        Assert.Equal(5, await host.OutputAsync<int>(id));
    }

    /// <summary>TaskOrchestrationContextWrapper.CallSubOrchestratorAsync: all attempts have one id.</summary>
    [Fact]
    public async Task CallSubOrchestrator_WithRetry_RunsTheChildAgainUnderTheSameId()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        int runs = 0;
        host.App.Activity<string>("try", _ => Interlocked.Increment(ref runs) < 3 ? throw new IOException("away") : runs);
        host.App.Orchestrator("child", async context => $"{context.InstanceId} {await context.CallActivityAsync<int>("try")}");
        TaskOptions retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1))).WithInstanceId("again");
        host.App.Orchestrator("parent", async context => await context.CallSubOrchestratorAsync<string>("child", retry));

        string id = await host.StartAsync("parent");
        await host.PassToAsync(host.Time.GetUtcNow().AddHours(2));

        Assert.Equal("again 3", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task CallSubOrchestrator_WithTheIdOfARunningInstance_FailsAndLeavesThatAlone()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddWaiting(host);
        await host.StartAsync("child", id: "child");

        string id = await host.StartAsync("parent");

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(typeof(OrchestrationAlreadyExistsException).FullName, end.FailureDetails!.InnerFailure!.ErrorType);
        await host.RaiseAsync("child", "go", 6);
        Assert.Equal(6, await host.OutputAsync<int>("child"));
    }

    [Fact]
    public async Task CallSubOrchestrator_HostDiesWhileTheChildWaits_FindsItAgain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await StartWaitingAsync(host);

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync("child", "go", 2);

        Assert.Equal(2, await host.OutputAsync<int>(id));
        Assert.Equal(2, (await host.RowKeysAsync()).Count(key => key == "header"));
    }

    [Fact]
    public async Task CallSubOrchestrator_ChildEndedBeforeTheParentKnew_IsNotStartedAgain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await StartWaitingAsync(host);
        // The parent halts, so what it is told is not recorded.
        await host.Client.SuspendInstanceAsync(id, cancellation: DurableTestHost.Cancellation);
        await host.RaiseAsync("child", "go", 3);
        await host.OutputAsync<int>("child");

        await host.CrashAndStartAgainAsync();
        await host.Client.ResumeInstanceAsync(id, cancellation: DurableTestHost.Cancellation);

        Assert.Equal(3, await host.OutputAsync<int>(id));
    }

    [Fact]
    public async Task CallSubOrchestrator_ThatWaitsForATimer_LetsBusinessTimeMove()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("child", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(20), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        host.App.Orchestrator("parent", async context =>
            await context.CallSubOrchestratorAsync<DateTime>("child") == context.CurrentUtcDateTime);
        string id = await host.StartAsync("parent");

        await host.MoveToAsync(host.Time.GetUtcNow().AddDays(20));

        Assert.True((await host.StateAsync(id)).IsCompleted, "the parent knows before anybody can move time on");
        Assert.True(await host.OutputAsync<bool>(id));
    }

    /// <summary>The child's version is its own: TaskOrchestrationContextWrapper, options.Version, else the default and not the parent's.</summary>
    [Fact]
    public async Task CallSubOrchestrator_WithAVersion_StartsThatVersion()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("child", context => Task.FromResult<object?>(context.Version));
        host.App.Orchestrator("parent", async context => string.Join(
            ',',
            await context.CallSubOrchestratorAsync<string>("child", new SubOrchestrationOptions { Version = "2" }),
            await context.CallSubOrchestratorAsync<string>("child")));

        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "parent", null, new StartOrchestrationOptions { Version = "7" }, DurableTestHost.Cancellation);

        Assert.Equal("2,", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task CallSubOrchestrator_ReplacedByAnActivityInTheCode_StopsTheInstance()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        string id = await StartWaitingAsync(host);
        host.Crash();
        host.App.Orchestrator("parent", async context => await context.CallActivityAsync<int>("child"));

        await host.StartAgainAsync();
        await host.RaiseAsync("child", "go", 1);

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, end.FailureDetails!.ErrorType);
    }

    private static void AddWaiting(DurableTestHost host)
    {
        host.App.Orchestrator("child", async context => await context.WaitForExternalEvent<int>("go"));
        host.App.Orchestrator("parent", async context => await context.CallSubOrchestratorAsync<int>("child", Child));
    }

    private static async Task<string> StartWaitingAsync(DurableTestHost host)
    {
        AddWaiting(host);
        string id = await host.StartAsync("parent");
        await Eventually.TrueAsync(
            async () => await host.Client.GetInstanceAsync("child", DurableTestHost.Cancellation) is { RuntimeStatus: OrchestrationRuntimeStatus.Running },
            TimeSpan.FromSeconds(15), "the child waits");
        return id;
    }
}
