using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>Code that does not fit its history is seen by the official worker, said, and spoils nothing.</summary>
public sealed class RuleTests(AzuriteServer azurite)
{
    private static async Task<object?> CallThenWaitAsync(TaskOrchestrationContext context) =>
        await context.CallActivityAsync<string>("old") + await context.WaitForExternalEvent<string>("go");

    private static async Task<object?> WaitAsync(TaskOrchestrationContext context) => await context.WaitForExternalEvent<string>("go");

    // Starts with the first code, and meets an event with the second.
    private static async Task<(string Id, StoredTurns Before)> ChangeAsync(
        DurableTestHost host, Func<TaskOrchestrationContext, Task<object?>> first, Func<TaskOrchestrationContext, Task<object?>> second)
    {
        host.App.Activity<string>("old", _ => "old");
        host.App.Orchestrator("changes", first);
        string id = await host.StartAsync("changes");
        await host.IdleAsync();
        StoredTurns before = await StoredTurns.OfAsync(host, id);
        host.App.Orchestrator("changes", second);
        await host.CrashAndStartAgainAsync();
        // Nothing of the turn that fails is recorded, what it was sent neither.
        Status refused = await DurableTestHost.RefusalAsync(() => host.RaiseAsync(id, "go", "refused"));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        return (id, before);
    }

    private static async Task AssertBrokenAsync(DurableTestHost host, string id, StoredTurns before)
    {
        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, end.FailureDetails!.ErrorType);
        Assert.Equal(before.Json, (await StoredTurns.OfAsync(host, id)).Json);
    }

    [Fact]
    public async Task Replay_CodeDecidesSomethingElse_FailsAndLeavesItsHistory()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        (string id, StoredTurns before) = await ChangeAsync(host, CallThenWaitAsync, async context =>
            await context.CallActivityAsync<string>("new") + await context.WaitForExternalEvent<string>("go"));

        await AssertBrokenAsync(host, id, before);
    }

    [Fact]
    public async Task Replay_CodeDoesNotComeToADecision_Fails()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        (string id, StoredTurns before) = await ChangeAsync(
            host,
            async context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("go");
            },
            WaitAsync);

        await AssertBrokenAsync(host, id, before);
    }

    [Fact]
    public async Task Replay_ViolationCaughtByTheCode_FailsAllTheSame()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);

        (string id, StoredTurns before) = await ChangeAsync(host, CallThenWaitAsync, async context =>
        {
            try
            {
                await context.CallActivityAsync("new");
            }
            catch (InvalidOperationException)
            {
                // As careless code would.
            }

            return "fine";
        });

        await AssertBrokenAsync(host, id, before);
    }

    [Fact]
    public async Task Orchestrator_AwaitsWhatIsNotDurable_StandsStillAndObeysItsClients()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("breaks", async _ =>
        {
            await new TaskCompletionSource().Task;
            return null;
        });
        string id = await host.StartAsync("breaks");
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.StateAsync(id)).RuntimeStatus);

        await host.Client.TerminateInstanceAsync(id, DurableTestHost.Cancellation);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Orchestrator_SendsAnEventToAnother_IsRefused()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("sends", context =>
        {
            context.SendEvent("other", "go", "hello");
            return WaitAsync(context);
        });

        OrchestrationMetadata end = await host.EndAsync(await host.StartAsync("sends"));

        Assert.Equal(typeof(NotSupportedException).FullName, end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Redrive_AfterTheCodeWasMended_GoesOnFromItsHistory()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        (string id, _) = await ChangeAsync(host, CallThenWaitAsync, WaitAsync);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndAsync(id)).RuntimeStatus);

        host.App.Orchestrator("changes", CallThenWaitAsync);
        DefaultHttpContext redrive = new() { Request = { Method = "POST" } };
        (int status, _) = await new InstanceAdmin(host.Store, host.Engine).AnswerAsync(redrive, $"/{id}/redrive");
        await host.IdleAsync();
        await host.RaiseAsync(id, "go", " and new");

        Assert.Equal(StatusCodes.Status202Accepted, status);
        Assert.Equal("old and new", await host.OutputAsync<string>(id));
        Assert.Equal(1, host.App.Runs["old"]);
    }
}
