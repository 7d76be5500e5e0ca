using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class ActivityTests(AzuriteServer azurite)
{
    private sealed record Greeting(string Name, int Times);

    [Fact]
    public async Task CallActivity_WithInput_GivesItsResult()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<Greeting>("greet", greeting => $"{greeting!.Name} x {greeting.Times}");
        host.App.Orchestrator<string>("hello", async context =>
            await context.CallActivityAsync<string>("Greet", new Greeting(context.GetInput<string>()!, 2)));

        string id = await host.StartAsync("hello", "Ba Tơ");

        Assert.Equal("Ba Tơ x 2", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task CallActivity_FanOutOfTwoHundred_GivesAllResults()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        int running = 0, peak = 0;
        Lock gate = new();
        host.App.Activity<int>("square", async (number, cancellation) =>
        {
            lock (gate)
                peak = Math.Max(peak, ++running);
            await Task.Delay(5, cancellation);
            lock (gate)
                running--;
            return number * number;
        });
        host.App.Orchestrator("fan", async context =>
            (await Task.WhenAll(Enumerable.Range(1, 200).Select(n => context.CallActivityAsync<int>("square", n)))).Sum());

        string id = await host.StartAsync("fan");

        Assert.Equal(2_686_700, await host.OutputAsync<int>(id));
        Assert.Equal(200, host.App.Runs["square"]);
        Assert.InRange(peak, 2, 16);
    }

    [Fact]
    public async Task CallActivity_FailsTwice_RetriesWhenBusinessTimeHasMoved()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("shaky", _ => host.App.Runs["shaky"] < 3 ? throw new IOException("away") : "there");
        TaskOptions retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1), 2));
        host.App.Orchestrator("retry", async context => await context.CallActivityAsync<string>("shaky", null, retry));
        DateTimeOffset start = host.Time.GetUtcNow();

        string id = await host.StartAsync("retry");
        await host.IdleAsync();
        Assert.Equal((1, start.AddMinutes(1)), (host.App.Runs["shaky"], host.Engine.NextDue));
        await host.MoveToAsync(start.AddMinutes(1));
        Assert.Equal((2, start.AddMinutes(3)), (host.App.Runs["shaky"], host.Engine.NextDue));
        await host.MoveToAsync(start.AddMinutes(3));

        Assert.Equal("there", await host.OutputAsync<string>(id));
        Assert.Equal(3, host.App.Runs["shaky"]);
    }

    [Fact]
    public async Task CallActivity_FailureNotToBeRetried_RunsOnce()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("wrong", _ => throw new ArgumentException("no"));
        RetryPolicy policy = new(5, TimeSpan.FromMilliseconds(5)) { HandleFailure = failure => failure.IsCausedBy<IOException>() };
        host.App.Orchestrator("retry", async context =>
            await context.CallActivityAsync<string>("wrong", null, TaskOptions.FromRetryPolicy(policy)));

        OrchestrationMetadata end = await host.EndAsync(await host.StartAsync("retry"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(1, host.App.Runs["wrong"]);
    }

    [Fact]
    public async Task CallActivity_WithRetryHandler_AsksItAfterEachFailure()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("shaky", _ => throw new IOException("away"));
        TaskOptions retry = TaskOptions.FromRetryHandler((RetryContext context) => context.LastAttemptNumber < 4);
        host.App.Orchestrator("retry", async context => await context.CallActivityAsync<string>("shaky", null, retry));

        await host.EndAsync(await host.StartAsync("retry"));

        Assert.Equal(4, host.App.Runs["shaky"]);
    }

    [Fact]
    public async Task CallActivity_Throws_SurfacesAsTaskFailedWithInnerCause()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("fails", _ => throw new InvalidOperationException("outer", new FormatException("inner")));
        host.App.Orchestrator("catches", async context =>
        {
            TaskFailedException failed =
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("fails"));
            return $"{failed.TaskName} {failed.FailureDetails.IsCausedBy<InvalidOperationException>()} "
                + $"{failed.FailureDetails.ErrorMessage} {failed.FailureDetails.InnerFailure!.ErrorType}";
        });

        string id = await host.StartAsync("catches");

        Assert.Equal("fails True outer System.FormatException", await host.OutputAsync<string>(id));
    }

    [Fact]
    public async Task Orchestrator_LetsActivityFailureThrough_FailsWithTheChain()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("fails", _ => throw new InvalidOperationException("broken"));
        host.App.Orchestrator("lets", async context => await context.CallActivityAsync<string>("fails"));

        OrchestrationMetadata end = await host.EndAsync(await host.StartAsync("lets"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, end.FailureDetails!.ErrorType);
        Assert.Equal("broken", end.FailureDetails.InnerFailure!.ErrorMessage);
        Assert.NotNull(end.FailureDetails.StackTrace);
    }

    [Fact]
    public async Task CallActivity_Missing_FailsAsActivityTaskNotFound()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("calls", async context =>
            (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("nowhere"))).FailureDetails.ErrorType);

        Assert.Equal("ActivityTaskNotFound", await host.OutputAsync<string>(await host.StartAsync("calls")));
    }
}
