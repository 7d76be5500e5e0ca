using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NtmServerless.LocalHost.Invocation;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class DurableInvocationTests(AzuriteServer azurite)
{
    [Theory]
    [InlineData("add", """{"LEFT":2,"right":3}""", "5")]
    [InlineData("Shout", "\"ơi\"", "\"\\u01A1i! i1\"")]
    [InlineData("nothing", null, null)]
    public async Task Activity_ReadsItsInputInAnyCase_AndGivesJson(string name, string? input, string? output)
    {
        await using RunningHost host = await StartAsync();

        Assert.Equal(output, await Invoker(host).RunActivityAsync(name, "i1", input, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Activity_ThatFails_GivesItsOwnException()
    {
        await using RunningHost host = await StartAsync();

        await Assert.ThrowsAsync<FormatException>(
            () => Invoker(host).RunActivityAsync("fail", "i1", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Functions_AreKnownWithoutCase_AndByKind()
    {
        await using RunningHost host = await StartAsync();

        Assert.True(Invoker(host).HasActivity("ADD"));
        Assert.False(Invoker(host).HasOrchestrator("Add"));
    }

    [Fact]
    public async Task Invocation_StaysOnTheCallersSynchronizationContext()
    {
        await using RunningHost host = await StartAsync();
        IFunctionInvoker invoker = Invoker(host);
        CountingContext context = new();
        SynchronizationContext? before = SynchronizationContext.Current;
        Task<string?> running;
        try
        {
            SynchronizationContext.SetSynchronizationContext(context);
            running = invoker.RunActivityAsync("Where", "i1", null, CancellationToken.None);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        context.RunUntil(running);
        Assert.Equal("\"CountingContext CountingContext\"", await running);
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        azurite,
        builder => builder.UseMiddleware(async (context, next) =>
        {
            Assert.Null(context.GetHttpContext());
            await next();
        }),
        typeof(Activities));

    private static IFunctionInvoker Invoker(RunningHost host) => host.App.Services.GetRequiredService<IFunctionInvoker>();

    internal sealed record Sum(int Left, int Right);

    // The host knows the durable triggers by their names.
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class ActivityTriggerAttribute : Attribute;

    internal static class Activities
    {
        [Function("Add")]
        public static int Add([ActivityTrigger] Sum sum) => sum.Left + sum.Right;

        [Function("Shout")]
        public static async Task<string> Shout([ActivityTrigger] string text, string instanceId)
        {
            await Task.Yield();
            return $"{text}! {instanceId}";
        }

        [Function("Nothing")]
        public static Task Nothing([ActivityTrigger] object? input) => Task.CompletedTask;

        [Function("Fail")]
        public static void Fail([ActivityTrigger] object? input) => throw new FormatException("expected by the test");

        [Function("Where")]
        public static async Task<string> Where([ActivityTrigger] object? input)
        {
            string? before = SynchronizationContext.Current?.GetType().Name;
            await Task.Yield();
            return $"{before} {SynchronizationContext.Current?.GetType().Name}";
        }
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private readonly System.Collections.Concurrent.BlockingCollection<(SendOrPostCallback Call, object? State)> _posted = [];

        public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

        public void RunUntil(Task task)
        {
            SynchronizationContext? before = Current;
            SetSynchronizationContext(this);
            while (!task.IsCompleted && _posted.TryTake(out (SendOrPostCallback Call, object? State) next, TimeSpan.FromSeconds(10)))
                next.Call(next.State);
            SetSynchronizationContext(before);
        }
    }
}
