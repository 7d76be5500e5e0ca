using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>What an orchestrator may not do is seen, said, and spoils nothing.</summary>
public sealed class RuleTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Replay_CodeDecidesSomethingElse_FailsWithTheDifference()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("old", _ => "old");
        host.App.Orchestrator("changes", async context =>
        {
            await context.CallActivityAsync("old");
            return await context.WaitForExternalEvent<string>("go");
        });
        string id = await host.StartAsync("changes");
        await host.IdleAsync();
        StoredTurns before = await StoredTurns.OfAsync(host, id);

        host.App.Orchestrator("changes", async context =>
        {
            await context.CallActivityAsync("new");
            return await context.WaitForExternalEvent<string>("go");
        });
        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "go").ContinueWith(_ => { }, TaskScheduler.Default);

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("activity old (#0)", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("activity new (#0)", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(before.Json, (await StoredTurns.OfAsync(host, id)).Json);
    }

    [Fact]
    public async Task Replay_CodeDoesNotComeToADecision_Fails()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("drops", async context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("go");
        });
        string id = await host.StartAsync("drops");
        await host.IdleAsync();

        host.App.Orchestrator("drops", async context => await context.WaitForExternalEvent<string>("go"));
        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "go").ContinueWith(_ => { }, TaskScheduler.Default);

        OrchestrationMetadata end = await host.EndAsync(id);
        Assert.Contains("timer (#0)", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ViolationCaughtByTheCode_FailsAllTheSame()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("old", _ => "old");
        host.App.Orchestrator("hides", async context =>
        {
            await context.CallActivityAsync("old");
            return await context.WaitForExternalEvent<string>("go");
        });
        string id = await host.StartAsync("hides");
        await host.IdleAsync();

        host.App.Orchestrator("hides", async context =>
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
        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync(id, "go").ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndAsync(id)).RuntimeStatus);
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("delay beside an event")]
    [InlineData("thread")]
    [InlineData("context from a thread")]
    [InlineData("never")]
    public async Task Orchestrator_AwaitsWhatIsNotDurable_Fails(string what)
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("any", _ => "any");
        host.App.Orchestrator("breaks", async context =>
        {
#pragma warning disable xUnit1051
            Task<string> reply = what == "delay beside an event"
                ? context.WaitForExternalEvent<string>("go") : Task.FromResult("");
            if (what.StartsWith("delay", StringComparison.Ordinal))
                await Task.Delay(20);
            else if (what == "thread")
                await Task.Run(() => Task.Delay(20));
            else if (what == "context from a thread")
                await Task.Run(() => context.CallActivityAsync("any"));
            else
                await new TaskCompletionSource().Task;
            return await reply;
#pragma warning restore xUnit1051
        });

        OrchestrationMetadata end = await host.EndAsync(await host.StartAsync("breaks"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("not durable", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, end.FailureDetails.ErrorType);
    }

    [Fact]
    public async Task Orchestrator_AwaitsCompletedTasksAndYields_IsFine()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<int>("same", number => number);
        host.App.Orchestrator("yields", async context =>
        {
            await Task.Yield();
            await Task.CompletedTask;
            return await context.CallActivityAsync<int>("same", 7);
        });

        Assert.Equal(7, await host.OutputAsync<int>(await host.StartAsync("yields")));
    }

    [Fact]
    public async Task Redrive_AfterTheCodeWasMended_GoesOnFromItsHistory()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("old", _ => "old");
        host.App.Orchestrator("mended", async context =>
            await context.CallActivityAsync<string>("old") + await context.WaitForExternalEvent<string>("go"));
        string id = await host.StartAsync("mended");
        await host.IdleAsync();
        host.App.Orchestrator("mended", async context => await context.WaitForExternalEvent<string>("go"));
        await host.CrashAndStartAgainAsync();
        await Assert.ThrowsAsync<InstanceEndedException>(() => host.RaiseAsync(id, "go", "refused"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndAsync(id)).RuntimeStatus);

        host.App.Orchestrator("mended", async context =>
            await context.CallActivityAsync<string>("old") + await context.WaitForExternalEvent<string>("go"));
        DefaultHttpContext redrive = new() { Request = { Method = "POST" } };
        (int status, _) = await new InstanceAdmin(host.Store, host.Engine).AnswerAsync(redrive, $"/{id}/redrive");
        await host.IdleAsync();
        await host.RaiseAsync(id, "go", " and new");

        Assert.Equal(StatusCodes.Status202Accepted, status);
        Assert.Equal("old and new", await host.OutputAsync<string>(id));
        Assert.Equal(1, host.App.Runs["old"]);
    }
}
