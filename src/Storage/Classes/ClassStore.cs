using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// The one way to change the records of a class. A command reads and decides; what it changes, the idempotency row of its
/// submission, the audit entry, its notices and the outbox row become durable in one transaction under the head's ETag.
/// </summary>
public sealed class ClassStore(RecordsStorage storage, ClassSummaries summaries, PostOffice post, TimeProvider time)
{
    private const int MostAttempts = 12;
    private const int MostTogether = 40;

    private readonly TableClient _table = storage.Table(StorageNames.Classes);
    private readonly ILogger _log = storage.LogOf<ClassStore>();
    private readonly ClassOutbox _outbox = new(storage.Table(StorageNames.Classes), summaries, post);
    private readonly ClassPeople _people = new(storage.Table(StorageNames.Classes));
    private readonly ConcurrentDictionary<ClassId, ClassCommandQueue> _desks = new();

    /// <summary>Whether no clerk is at work.</summary>
    internal bool IsIdle => _desks.Values.All(d => d.IsIdle);

    /// <summary>Runs a command on a class and commits what it changed.</summary>
    /// <param name="waker">Wakes the class's lifecycle; without one the outbox row stays for the sweeper.</param>
    /// <param name="groups">The command may share a transaction with others of its kind (registering).</param>
    /// <exception cref="RecordMissingException">There is no such class.</exception>
    /// <exception cref="SubmissionReusedException">The key was used with another content.</exception>
    /// <exception cref="RecordBusyException">Other processes changed the class each time; nothing was changed.</exception>
    public Task<T> WriteAsync<T>(
        ClassId classId, Submission submission, IWaker<TrainingClass>? waker, Func<ClassWork, CancellationToken, Task<T>> decide, bool groups = false)
    {
        if (!Key.IsValid(classId)) throw new RecordMissingException("class");
        PendingCommand<T> command = new(submission, waker, groups, decide);
        ClassCommandQueue desk = _desks.GetOrAdd(classId, _ => new ClassCommandQueue());
        // The clerk works on a thread of its own: a caller who goes away must not take the others' commit with it.
        if (desk.Enqueue(command)) _ = Task.Run(() => ServeAsync(classId, desk));
        return command.Answer;
    }

    private async Task ServeAsync(ClassId classId, ClassCommandQueue desk)
    {
        bool more;
        do
        {
            List<PendingCommand> commands = desk.Take(MostTogether);
            int taken = commands.Count;
            try
            {
                await CommitAsync(classId, desk, commands);
            }
            catch (Exception e)
            {
                // Whatever it is, each command that waits gets it, and the desk goes on with what is stored.
                desk.Head = null;
                commands.ForEach(c => c.Fail(e));
            }

            more = desk.Served(taken);
        }
        while (more);

        // A class that is over or not there needs no queue any more. A command that comes meanwhile meets the ETag, as another process does.
        if (desk.Head is not { Class.Stage: var stage } || stage.IsOver()) _desks.TryRemove(KeyValuePair.Create(classId, desk));
    }

    private async Task CommitAsync(ClassId classId, ClassCommandQueue desk, List<PendingCommand> commands)
    {
        bool fresh = false;
        while (commands.Count > 0)
        {
            if (desk.Head is null)
            {
                desk.Head = await ReadHeadAsync(classId, CancellationToken.None) ?? throw new RecordMissingException("class");
                fresh = true;
            }

            ClassCommit commit = new(_table, desk.Head, fresh, time.GetUtcNow(), _log);
            await commit.RunAsync(commands, CancellationToken.None);
            if (!commit.HasChanges)
            {
                // No write proves the head by its ETag: "nothing to do" on a remembered one may be wrong.
                if (fresh) commit.Complete();
                else desk.Head = null;
            }
            else if (await TryCommitAsync(commit, desk))
            {
                fresh = true;
                await PublishAsync(desk, commit);
                commit.Complete();
            }

            if (commit.Echoed is { } waker) await PublishEarlierAsync(classId, waker);
            commands.RemoveAll(commit.IsSettled);
            foreach (PendingCommand tired in commands.Where(c => c.Attempts >= MostAttempts).ToArray())
            {
                tired.Fail(new RecordBusyException(classId));
                commands.Remove(tired);
            }
        }
    }

    private async Task<bool> TryCommitAsync(ClassCommit commit, ClassCommandQueue desk)
    {
        try
        {
            desk.Head = await commit.SubmitAsync(post, CancellationToken.None);
            return true;
        }
        catch (RequestFailedException e) when (Conflict.IsStale(e))
        {
            desk.Head = null;
            commit.Again(careful: false);
            await Task.Delay(Random.Shared.Next(5, 40));
            return false;
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e) || Conflict.IsMissing(e))
        {
            // A key or a person that is there already, or our own commit whose answer got lost: look first, then decide.
            desk.Head = null;
            commit.Again(careful: true);
            return false;
        }
    }

    /// <summary>Summary row, notices, wake-up, end of the outbox row. What fails here is tried again in a few seconds, or found by the sweeper.</summary>
    private async Task PublishAsync(ClassCommandQueue desk, ClassCommit commit)
    {
        try
        {
            desk.Summary = await summaries.WriteAsync(desk.Head!, desk.Summary, CancellationToken.None);
            if (!await post.PublishAsync(commit.Posting, _people.ToldAsync, commit.Waker, CancellationToken.None)) return;
            if (commit.Wakes)
            {
                if (commit.Waker is not { } waker) return;
                await waker.WakeAsync(desk.Head!.Class, CancellationToken.None);
            }

            await OutboxRows.DeleteAsync(_table, commit.ClassId, commit.OutboxRow, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The change is committed and its outbox row stands: the answer is yes, the rest is tried again.
            StorageLog.ClassNotPublished(_log, commit.ClassId, FailureTrace.Of(e));
            desk.Summary = null;
        }
    }

    private async Task PublishEarlierAsync(ClassId classId, IWaker<TrainingClass> waker)
    {
        try
        {
            await _outbox.SweepAsync(classId, waker, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The rows stand; the next sweep finds them.
            StorageLog.ClassNotSwept(_log, classId, FailureTrace.Of(e));
        }
    }

    /// <summary>Publishes what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be published and stay; all others were.</exception>
    public Task<int> SweepAsync(IWaker<TrainingClass> waker, CancellationToken cancellation) => _outbox.SweepAsync(null, waker, cancellation);

    /// <summary>Makes the records of a new class; safe to repeat.</summary>
    /// <param name="contentHash">Of the submission that founds it, to tell a repeat from a mistake later.</param>
    internal async Task FoundAsync(
        TrainingClass founded, AuditEntry entry, IWaker<TrainingClass>? waker, CancellationToken cancellation, string? contentHash = null)
    {
        ClassHead head = new(founded, 1, default);
        Transaction transaction = new(founded.Id);
        transaction.Add(head.Write());
        transaction.Add(Row.Of(founded.Id, ClassKeys.Audit(1), entry));
        if (contentHash is not null) transaction.Add(Row.Of(founded.Id, ClassKeys.Founding, contentHash));
        transaction.Add(new TableEntity(founded.Id, ClassKeys.Out(1)) { ["Wake"] = true });
        try
        {
            await transaction.SubmitAsync(_table, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // Founded by an earlier attempt of the same submission.
        }

        try
        {
            await summaries.WriteAsync(await ReadHeadAsync(founded.Id, cancellation) ?? head, null, cancellation);
            if (waker is null) return;
            await waker.WakeAsync(founded, cancellation);
            await OutboxRows.DeleteAsync(_table, founded.Id, ClassKeys.Out(1), cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The class is there and its outbox row stands: the rest is tried again.
            StorageLog.FoundingNotPublished(_log, founded.Id, FailureTrace.Of(e));
        }
    }

    /// <summary>Publishes what this process committed and could not publish. Gives the number of outbox rows found.</summary>
    public Task<int> PublishLateAsync(IWaker<TrainingClass> waker, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(_table.Name, (classId, _) => _outbox.SweepAsync(new ClassId(classId), waker, cancellation));

    /// <summary>Deletes what was answered under idempotency keys, which may name people: nobody repeats a request after years.</summary>
    public async Task ForgetAnswersAsync(ClassId classId, CancellationToken cancellation)
    {
        List<string> rows = await _table.QueryAsync<TableEntity>(Key.Range(classId, ClassKeys.Submissions), select: ["RowKey"], cancellationToken: cancellation)
            .Select(r => r.RowKey).ToListAsync(cancellation);
        foreach (string row in rows) await _table.DeleteEntityAsync(classId, row, ETag.All, cancellation);
    }

    internal async Task<string?> FoundingHashAsync(ClassId classId, CancellationToken cancellation) =>
        (await Heads.FindAsync<string>(_table, classId, ClassKeys.Founding, cancellation))?.Value;

    internal Task<ClassHead?> ReadHeadAsync(ClassId classId, CancellationToken cancellation) => ClassHead.FindAsync(_table, classId, cancellation);
}
