using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using DurableTask.Core.Exceptions;
using Grpc.Core;
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
/// A process that starts an instance, sends numbers to it and to the three before it, ends the one before those, and is
/// killed on the way, or stops when its input ends. It notes every message before it is sent and again when its sender was
/// answered, and every effect of an activity once it is stored.
/// </summary>
internal sealed class CrashWorker(CrashPlan plan) : IDisposable
{
    /// <summary>How often a worker sends that waits for its point; the numbers of others have room for more.</summary>
    private const int Rounds = 6, Room = 10_000;

    // As long as it takes: the storage comes back.
    private static readonly TaskOptions Again = TaskOptions.FromRetryPolicy(new RetryPolicy(10_000, TimeSpan.FromMilliseconds(100)));

    private readonly TestApp _app = new();
    private readonly TableClient _effects = RequestCounting.Clients(plan.Connection).Tables.GetTableClient(plan.Effects);
    private volatile bool _enough;
    private int _reached;

    public static async Task RunAsync(CrashPlan plan)
    {
        using CrashWorker worker = new(plan);
        await worker.RunAsync();
    }

    private async Task RunAsync()
    {
        _app.Activity<Effect>("same", RecordAsync);
        _app.Orchestrator<List<int>>("numbers", NumbersAsync);
        HostStorage storage = RequestCounting.Clients(plan.Connection);
        InstanceStore store = new(storage, new DurableNames(plan.Table, plan.Container));
        using DurableEngine engine = new(store, _app, TimeProvider.System, new InFlight(), NullLoggerFactory.Instance);
        await using ServedTaskHub hub = await ServedTaskHub.StartAsync(store, engine, TimeProvider.System);
        DurableTaskClient client = hub.Client;
        engine.PointReached += point =>
        {
            if (point == plan.Point && Interlocked.Increment(ref _reached) == plan.Times)
                Die();
        };
        using Timer? moment = plan.Point is null && plan.Times > 0
            ? new Timer(_ => Die(), null, plan.Times, Timeout.Infinite) : null;
        await engine.StartAsync(CancellationToken.None);
        using Timer due = new(_ => engine.FireDueAsync(DateTimeOffset.UtcNow), null, 20, 20);
        if (plan.Number == CrashPlan.Last)
            await EndAllAsync(client);
        else
            await LiveAsync(client);
        await engine.StopAsync(CancellationToken.None);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<object?> NumbersAsync(TaskOrchestrationContext context)
    {
        List<int> seen = context.GetInput<List<int>>() ?? [];
        for (int round = 0; round < 4; round++)
        {
            int number = await context.WaitForExternalEvent<int>("number");
            if (number == CrashPlan.End)
                return seen;
            seen.Add(await context.CallActivityAsync<int>("same", new Effect(context.InstanceId, number), Again));
            if (number % 7 == 0)
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        }

        context.ContinueAsNew(seen);
        return null;
    }

    // May run again, and beside what a killed worker left on its way: a row for each number, the same however often.
    private async Task<object?> RecordAsync(Effect? effect, CancellationToken cancellation)
    {
        await _effects.UpsertEntityAsync(new TableEntity(effect!.Instance, $"{effect.Number:D8}"), cancellationToken: cancellation);
        Note("effect", effect.Instance, effect.Number);
        return effect.Number;
    }

    private async Task LiveAsync(DurableTaskClient client)
    {
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            _enough = true;
        });
        int[] alive = [.. Enumerable.Range(plan.Number - 3, 4).Where(number => number >= 0)];
        foreach (int number in alive)
        {
            while (!await TryStartAsync(client, CrashPlan.Instance(number)))
                await Task.Delay(100);
        }

        if (plan.Number >= 4)
            await SendAsync(client, plan.Number - 4, CrashPlan.End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(alive.Select(async instance =>
        {
            for (int round = 0; plan.Point is null ? !_enough : round < Rounds; round++)
                await SendAsync(client, instance, plan.Number * Room + round);
        }));
        // A point that is rarely reached.
        if (plan.Point is not null)
            Die();
    }

    // False while the storage is away.
    private async Task<bool> TryStartAsync(DurableTaskClient client, string instance)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync("numbers", null, new StartOrchestrationOptions(instance));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // An earlier worker started it, or this one without being answered.
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }

        Note("started", instance, 0);
        return true;
    }

    private static async Task EndAllAsync(DurableTaskClient client)
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

    private async Task SendAsync(DurableTaskClient client, int number, int payload)
    {
        string instance = CrashPlan.Instance(number);
        Note("sent", instance, payload);
        await client.RaiseEventAsync(instance, "number", payload);
        Note("acknowledged", instance, payload);
    }

    private void Note(string what, string instance, int number)
    {
        lock (_app)
            File.AppendAllText(plan.NotesOf(instance), string.Create(CultureInfo.InvariantCulture, $"{what} {number}\n"));
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.CurrentThread.Join();
    }

    private sealed record Effect(string Instance, int Number);
}
