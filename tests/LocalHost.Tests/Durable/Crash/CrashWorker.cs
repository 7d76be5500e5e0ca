using System.Diagnostics;
using System.Globalization;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>
/// A process that starts an instance, sends numbers to it and to the three before it, ends the one before those, and kills
/// itself on the way. It notes every message before it is sent and again when its sender was answered.
/// </summary>
internal sealed class CrashWorker(CrashPlan plan)
{
    private const int Rounds = 6;

    private readonly TestApp _app = new();
    private int _reached;

    public async Task RunAsync()
    {
        _app.Activity<int>("same", number => number);
        _app.Orchestrator("numbers", NumbersAsync);
        HostStorage storage = RequestCounting.Clients(plan.Connection);
        InstanceStore store = new(storage, new DurableNames(plan.Table, plan.Container));
        using DurableEngine engine = new(store, _app, TimeProvider.System, new InFlight(), NullLoggerFactory.Instance);
        await using LocalDurableTaskClient client = new(store, engine, TimeProvider.System);
        engine.PointReached += point =>
        {
            if (point == plan.Point && Interlocked.Increment(ref _reached) == plan.Times)
                Die();
        };
        using Timer? moment = plan.Point is null && plan.Number != CrashPlan.Last
            ? new Timer(_ => Die(), null, plan.Times, Timeout.Infinite) : null;
        await engine.StartAsync(CancellationToken.None);
        using Timer due = new(_ => engine.FireDueAsync(DateTimeOffset.UtcNow), null, 20, 20);
        if (plan.Number == CrashPlan.Last)
            await EndAllAsync(client);
        else
            await LiveAsync(client);
    }

    private static async Task<object?> NumbersAsync(TaskOrchestrationContext context)
    {
        List<int> seen = context.GetInput<List<int>>() ?? [];
        for (int round = 0; round < 4; round++)
        {
            int number = await context.WaitForExternalEvent<int>("number");
            if (number == CrashPlan.End)
                return seen;
            seen.Add(await context.CallActivityAsync<int>("same", number));
            if (number % 7 == 0)
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        }

        context.ContinueAsNew(seen);
        return null;
    }

    private async Task LiveAsync(LocalDurableTaskClient client)
    {
        int[] alive = [.. Enumerable.Range(plan.Number - 3, 4).Where(number => number >= 0)];
        foreach (int number in alive)
        {
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync("numbers", null, new StartOrchestrationOptions(CrashPlan.Instance(number)));
                Note("started", number, 0);
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // An earlier worker started it.
            }
        }

        if (plan.Number >= 4)
            await SendAsync(client, plan.Number - 4, CrashPlan.End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(alive.Select(async instance =>
        {
            for (int round = 0; round < Rounds; round++)
                await SendAsync(client, instance, plan.Number * Rounds + round);
        }));
        // A point that is rarely reached.
        Die();
    }

    private static async Task EndAllAsync(LocalDurableTaskClient client)
    {
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync())
        {
            if (instance.IsCompleted)
                continue;
            await client.RaiseEventAsync(instance.InstanceId, "number", CrashPlan.End)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await client.WaitForInstanceCompletionAsync(instance.InstanceId);
        }
    }

    private async Task SendAsync(LocalDurableTaskClient client, int instance, int number)
    {
        Note("sent", instance, number);
        await client.RaiseEventAsync(CrashPlan.Instance(instance), "number", number);
        Note("acknowledged", instance, number);
    }

    private void Note(string what, int instance, int number)
    {
        lock (_app)
            File.AppendAllText(plan.Log, string.Create(CultureInfo.InvariantCulture, $"{what} {CrashPlan.Instance(instance)} {number}\n"));
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.CurrentThread.Join();
    }
}
