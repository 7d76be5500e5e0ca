using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Turns one instance until nothing is left to do: take in, run, commit, start what was decided.</summary>
internal sealed class InstanceDriver(
    InstanceStore store,
    TurnRunner runner,
    IFunctionInvoker invoker,
    ActivityWork work,
    ILogger logger,
    Func<DateTimeOffset> now,
    Action<LiveInstance> wake)
{
    private readonly StorageRetry _storage = new(logger);

    /// <summary>Turns the instance; true when it has ended and can be forgotten.</summary>
    /// <param name="live">The instance.</param>
    /// <param name="draining">No further turn begins once this is set.</param>
    /// <param name="stopping">Nothing goes on once this is set.</param>
    public async Task<bool> DriveAsync(LiveInstance live, CancellationToken draining, CancellationToken stopping)
    {
        while (!draining.IsCancellationRequested)
        {
            if (live.MustLoad)
                await LoadAsync(live, stopping);
            if (live.Header is not { IsCompleted: false } header)
            {
                await ClearInboxAsync(live, stopping);
                return true;
            }

            work.StartPending(live, draining);
            TurnIntake intake = Take(live, header);
            string? violation = ViolationOf(live);
            if (intake.IsEmpty && violation is null)
            {
                SetNextDue(live, header);
                return false;
            }

            TurnCommit commit = violation is not null
                ? TurnDecision.Broken(header, intake, TurnRunner.Violated(violation), now())
                : intake.Runs ? await RunAsync(live, header, intake) : TurnDecision.WithoutRun(header, intake, now());
            await CommitAsync(live, commit, stopping);
        }

        return false;
    }

    private async Task<TurnCommit> RunAsync(LiveInstance live, InstanceHeader header, TurnIntake intake)
    {
        DateTimeOffset at = now() > header.LastTurnAt ? now() : header.LastTurnAt;
        Execution execution = live.Execution!;
        Turn turn = new(header.Turn + 1, at, TimeProvider.System.GetUtcNow(), intake.Received, []);
        TurnOutcome outcome = await runner.RunAsync(execution, turn, message =>
        {
            lock (live.Gate)
                live.Violation = (execution.Key, message);
            wake(live);
        });
        return TurnDecision.After(header, execution, intake, outcome);
    }

    private async Task CommitAsync(LiveInstance live, TurnCommit commit, CancellationToken stopping)
    {
        PreparedCommit? prepared = null;
        InstanceHeader? written = await _storage.UntilItWorksAsync(
            "commit of a turn",
            async () => await store.TryCommitAsync(prepared ??= await store.PrepareAsync(commit, stopping), stopping),
            stopping);
        if (written is null)
        {
            logger.ReadAgain(live.Id);
            lock (live.Gate)
                live.MustLoad = true;
            return;
        }

        Apply(live, commit, written);
        if (commit.Ending is StartsAgain && (prepared!.Leftover.Count > 0 || written.HasBlobs))
            await DeleteEndedAsync(commit.Before, written, prepared.Leftover, stopping);
    }

    private void Apply(LiveInstance live, TurnCommit commit, InstanceHeader written)
    {
        live.Header = written;
        if (commit.Ending is StartsAgain again)
        {
            live.Execution = live.Execution! with
            {
                Key = written.ExecutionKey,
                Input = again.Input,
                Carried = again.Carried,
                Turns = [],
            };
            live.Pending = new PendingWork();
        }
        else if (commit.Turn is { } turn)
        {
            live.Execution!.Turns.Add(turn);
            live.Pending.Add(turn);
            logger.TurnRecorded(live.Id, turn.Number);
        }

        lock (live.Gate)
        {
            foreach (InboxMessage message in commit.Consumed)
                live.Inbox.Remove(message.Key);
            live.Outcomes.RemoveAll(o => o.Execution != written.ExecutionKey || !live.Pending.Contains(o.Outcome.Id));
        }

        if (commit.Ending is Threw threw)
            logger.InstanceFailed(live.Id, written.Name, threw.Failure.ErrorType, threw.Failure.ErrorMessage);
        if (commit.Before.Status != written.Status)
            logger.StatusChanged(live.Id, written.Name, written.Status.ToString());
    }

    private async Task LoadAsync(LiveInstance live, CancellationToken stopping)
    {
        HashSet<string> before;
        lock (live.Gate)
        {
            live.MustLoad = false;
            before = [.. live.Inbox.Keys];
        }

        StoredInstance stored = await _storage.UntilItWorksAsync("instance", () => store.LoadAsync(live.Id, stopping), stopping);
        live.Header = stored.Header;
        live.Execution = stored.Execution;
        live.Pending = PendingWork.After(stored.Execution?.Turns ?? []);
        lock (live.Gate)
        {
            // What was known before and is not stored any more was taken by a turn; what came in since then stays.
            before.ExceptWith(stored.Inbox.Select(message => message.Key));
            foreach (string taken in before)
                live.Inbox.Remove(taken);
            foreach (InboxMessage message in stored.Inbox)
                live.Inbox[message.Key] = message;
            live.Outcomes.RemoveAll(o => o.Execution != stored.Execution?.Key || !live.Pending.Contains(o.Outcome.Id));
        }

        if (stored.Stale.Count > 0)
            await TryAsync(live.Id, () => store.DeleteAsync(live.Id, stored.Stale, stopping));
    }

    private TurnIntake Take(LiveInstance live, InstanceHeader header)
    {
        bool lacksCode = !invoker.HasOrchestrator(header.Name);
        if (lacksCode && !live.IsKnownToLackCode)
            logger.OrchestratorMissing(live.Id, header.Name);
        live.IsKnownToLackCode = lacksCode;
        Situation situation = new(
            header.Status, header.Incarnation, header.Turn > 0, header.StartAt, lacksCode, now(), live.Pending);
        lock (live.Gate)
        {
            return TurnIntake.Take(
                situation, live.Inbox.Values, live.Outcomes.Where(o => o.Execution == live.Execution!.Key).Select(o => o.Outcome));
        }
    }

    private static string? ViolationOf(LiveInstance live)
    {
        lock (live.Gate)
            return live.Violation is { } violation && violation.Execution == live.Execution!.Key ? violation.Message : null;
    }

    private static void SetNextDue(LiveInstance live, InstanceHeader header)
    {
        bool waits = header.Status == OrchestrationRuntimeStatus.Suspended || live.IsKnownToLackCode;
        lock (live.Gate)
            live.NextDue = waits ? null : header.Turn == 0 ? header.StartAt : live.Pending.NextTimer;
    }

    private async Task ClearInboxAsync(LiveInstance live, CancellationToken stopping)
    {
        List<string> keys;
        lock (live.Gate)
            keys = [.. live.Inbox.Keys];
        await _storage.UntilItWorksAsync("inbox of an ended instance", () => store.DeleteAsync(live.Id, keys, stopping), stopping);
        lock (live.Gate)
            keys.ForEach(key => live.Inbox.Remove(key));
    }

    private Task DeleteEndedAsync(
        InstanceHeader ended, InstanceHeader current, IReadOnlyList<string> leftover, CancellationToken stopping) =>
        TryAsync(ended.InstanceId, async () =>
        {
            await store.DeleteAsync(ended.InstanceId, leftover, stopping);
            if (current.HasBlobs)
                await store.Payloads.DeleteAsync(
                    CommitWriter.Folder(ended) + "/", [current.Input, current.CustomStatus], stopping);
        });

    /// <summary>What fails here is only untidy: the next reading of the partition deletes it.</summary>
    private async Task TryAsync(string instanceId, Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (Exception exception)
        {
            logger.LeftoversKept(exception, instanceId);
        }
    }
}
