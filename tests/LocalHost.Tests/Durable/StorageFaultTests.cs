using Azure.Data.Tables;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

public sealed class StorageFaultTests(AzuriteServer azurite)
{
    private static void AddCounting(TestApp app)
    {
        app.Activity<int>("next", number => number + 1);
        app.Orchestrator("counts", async context =>
        {
            int number = await context.WaitForExternalEvent<int>("from");
            for (int step = 0; step < 4; step++)
                number = await context.CallActivityAsync<int>("next", number);
            return number;
        });
    }

    [Fact]
    public async Task Commit_StorageAway_IsTriedUntilItIsBack()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        int lost = 0;
        host.Faults.LosesRequest = request => Faults.IsCommit(request) && Interlocked.Increment(ref lost) <= 4;
        await host.RaiseAsync(id, "from", 1);

        Assert.Equal(5, await host.OutputAsync<int>(id));
        Assert.True(lost > 4);
    }

    [Fact]
    public async Task Commit_AnswerLost_IsRecognisedAndNotAppliedTwice()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        int answers = 0;
        host.Faults.LosesAnswer = request => Faults.IsCommit(request) && Interlocked.Increment(ref answers) % 2 == 1;

        string id = await host.StartAsync("counts");
        await host.RaiseAsync(id, "from", 1);

        Assert.Equal(5, await host.OutputAsync<int>(id));
        Assert.Equal(4, host.App.Runs["next"]);
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(Enumerable.Range(1, stored.Header.Turn), stored.Execution.Turns.Select(turn => turn.Number));
        Assert.Single(stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<EventReceived>());
    }

    [Fact]
    public async Task Commit_StorageAway_VirtualTimeStandsStill()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        bool away = true;
        TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Faults.LosesRequest = request => Volatile.Read(ref away) && Faults.IsCommit(request) && (tried.TrySetResult() || true);
        Task raised = host.RaiseAsync(id, "from", 1);
        await tried.Task.WaitAsync(TimeSpan.FromSeconds(10), DurableTestHost.Cancellation);

        Assert.False(host.InFlight.WhenIdleAsync().IsCompleted);
        Assert.False(raised.IsCompleted);
        Volatile.Write(ref away, false);
        await raised;
        await host.IdleAsync();

        Assert.True((await host.StateAsync(id)).IsCompleted);
    }

    [Fact]
    public async Task Commit_HeaderChangedByAnother_ReadsAgainAndGoesOn()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        TableEntity header = await host.Table.GetEntityAsync<TableEntity>(id, HeaderRow.Key, cancellationToken: DurableTestHost.Cancellation);
        await host.Table.UpdateEntityAsync(header, header.ETag, TableUpdateMode.Replace, DurableTestHost.Cancellation);

        await host.RaiseAsync(id, "from", 10);

        Assert.Equal(14, await host.OutputAsync<int>(id));
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(Enumerable.Range(1, 6), stored.Execution.Turns.Select(turn => turn.Number));
    }

    [Fact]
    public async Task Commit_InstanceEndedByAnother_IsNotBroughtBack()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        TableEntity header = await host.Table.GetEntityAsync<TableEntity>(id, HeaderRow.Key, cancellationToken: DurableTestHost.Cancellation);
        header["Status"] = nameof(OrchestrationRuntimeStatus.Terminated);
        header["IsCompleted"] = true;
        await host.Table.UpdateEntityAsync(header, header.ETag, TableUpdateMode.Replace, DurableTestHost.Cancellation);

        Assert.Equal(StatusCode.FailedPrecondition, (await DurableTestHost.RefusalAsync(() => host.RaiseAsync(id, "from", 10))).StatusCode);
        await host.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.StateAsync(id)).RuntimeStatus);
        Assert.DoesNotContain(await host.RowKeysAsync(), key => key.StartsWith(InboxRow.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RaiseEvent_AnswerLost_IsTakenOnceAndTheClientIsToldSo()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        int lost = 0;
        host.Faults.LosesAnswer = request => Faults.IsCommit(request) && Interlocked.Increment(ref lost) == 1;

        await host.RaiseAsync(id, "from", 1);

        Assert.Equal(5, await host.OutputAsync<int>(id));
        Assert.True(lost > 0);
    }

    [Fact]
    public async Task Turns_WriteAtMostOneTransactionEach()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        int before = host.Faults.Requests;

        await host.RaiseAsync(id, "from", 1);
        await host.IdleAsync();

        // The event's turn and four turns for the activities; the event has no row of its own, and nothing is read.
        Assert.InRange(host.Faults.Requests - before, 1, 5);
    }

    [Fact]
    public async Task Payloads_TooLargeForATable_GoToBlobsAndBack()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Activity<string>("echo", text => text);
        host.App.Orchestrator<string>("large", async context =>
        {
            context.SetCustomStatus(new string('s', 40_000));
            string from = await context.WaitForExternalEvent<string>("text");
            return context.GetInput<string>() + await context.CallActivityAsync<string>("echo", from);
        });
        string input = new('i', 100_000), text = new('ế', 60_000);
        string id = await host.StartAsync("large", input);
        await host.RaiseAsync(id, "text", text);
        await host.CrashAndStartAgainAsync();

        Assert.Equal(input + text, await host.OutputAsync<string>(id));
        Assert.Equal(40_000, (await host.StateAsync(id)).ReadCustomStatusAs<string>()!.Length);
    }

    [Fact]
    public async Task Engine_TwoOnOneStorage_NeverApplyATurnTwice()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        AddCounting(host.App);
        string id = await host.StartAsync("counts");
        await host.IdleAsync();
        // The old engine is not told to stop, as if its owner had only lost the lease.
        using DurableEngine old = host.Engine;
        DurableTaskClient oldClient = host.Client;
        await host.StartAgainAsync();

        Task other = oldClient.RaiseEventAsync(id, "other", DurableTestHost.Cancellation);
        await host.RaiseAsync(id, "from", 1);
        // Taken, or refused because the instance has ended meanwhile: in any case its sender is told.
        await other.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(10), DurableTestHost.Cancellation);

        Assert.Equal(5, await host.OutputAsync<int>(id));
        StoredInstance stored = await host.StoredAsync(id);
        Assert.Equal(
            4, stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<TaskCompleted>().Count());
    }
}
