using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Storage.Classes;

/// <summary>One transaction on the records of a class, made of one command or of several that came together.</summary>
/// <param name="fresh">The head was read for this commit; a remembered one may be behind what another process wrote.</param>
internal sealed class ClassCommit(TableClient table, ClassHead head, bool fresh, DateTimeOffset now, ILogger log)
{
    // Head, audit entry and outbox row.
    private const int OwnRows = 3;

    private readonly Transaction _transaction = new(head.Class.Id);
    private readonly List<(PendingCommand Command, string Answer)> _decided = [];
    private readonly HashSet<PendingCommand> _settled = [];
    private readonly List<Notice> _notices = [];
    private IReadOnlyList<Notice>? _marked;
    private TrainingClass _class = head.Class;

    public ClassId ClassId => head.Class.Id;

    public bool HasChanges => _transaction.Count > 0 || _notices.Count > 0 || !ReferenceEquals(_class, head.Class);

    public string OutboxRow => ClassKeys.Out(head.Version + 1);

    /// <summary>What this commit tells whom.</summary>
    public Posting Posting => ClassKeys.Posting(_class, head.Version + 1, now, _marked ?? _notices);

    /// <summary>Whether the lifecycle has to read again: its next errand is another one now, or the class is over.</summary>
    public bool Wakes => ClassChecklist.Next(_class) != ClassChecklist.Next(head.Class) || _class.Stage != head.Class.Stage;

    public IWaker<TrainingClass>? Waker => _decided.Select(d => d.Command.Waker).FirstOrDefault(w => w is not null);

    /// <summary>
    /// Who wakes the lifecycle where a command found its own answer in the table: its commit was made before, perhaps by
    /// this process whose answer got lost, and may not be published yet. Null where there was none.
    /// </summary>
    public IWaker<TrainingClass>? Echoed { get; private set; }

    /// <summary>Answered, refused, or given up: not to be run again.</summary>
    public bool IsSettled(PendingCommand command) => _settled.Contains(command);

    /// <summary>
    /// Lets the commands decide in order, each on what the one before left. Refusals go out at once, but never on a
    /// remembered head: those commands stay unsettled, to be run again.
    /// </summary>
    public async Task RunAsync(IEnumerable<PendingCommand> commands, CancellationToken cancellation)
    {
        foreach (PendingCommand command in commands)
        {
            ClassWork work = new(table, _class, command.Careful);
            string answer;
            try
            {
                if (command.Careful && await AnsweredAsync(work, command, cancellation)) continue;
                answer = await command.RunAsync(work, cancellation);
            }
            catch (Exception e) when (!IsOfTheStorage(e))
            {
                // Whatever it is, it is this command's own: the others of the transaction go on.
                // A refusal of a command that never looked may be the echo of its own, committed before: look first.
                if (command.Careful) await KeepAsync(command, e, cancellation);
                if (command.Careful || e is InvalidInputException) Settle(command, c => c.Fail(e));
                else if (fresh) await RefuseOrRepeatAsync(work, command, e, cancellation);
                continue;
            }

            if (!Take(work, command, answer)) break;
        }
    }

    public async Task<ClassHead> SubmitAsync(PostOffice post, CancellationToken cancellation)
    {
        Notice[] told = [.. _notices.Select(n => n with { Day = _class.KnownDay })];
        IReadOnlyList<Notice> notices = _marked = await post.MarkOffAsync(_class.PlanId, told, cancellation);
        _class = OpenTellings.After(_class, notices.Select((n, i) => ClassKeys.Kept(head.Version + 1, i, n, now)), post.SendsMessages);
        ClassHead next = new(_class, head.Version + 1, head.ETag);
        _transaction.Replace(next.Write(), head.ETag);
        int place = _transaction.Count - 1;
        Actor[] actors = [.. _decided.Select(d => d.Command.Submission.By).Distinct()];
        _transaction.Add(Row.Of(ClassId, ClassKeys.Audit(next.Version), new AuditEntry(now, actors, _class.Stage.ToString(), _decided.Count)));
        TableEntity outbox = new(ClassId, OutboxRow) { ["Wake"] = Wakes, [ClassOutbox.Notices] = notices.Count };
        _transaction.Add(outbox);
        for (int i = 0; i < notices.Count; i++)
            _transaction.Add(Row.Of(ClassId, ClassKeys.Notice(next.Version, i), new StoredNotice(notices[i], now)));
        IReadOnlyList<ETag> etags = await _transaction.SubmitAsync(table, cancellation);
        return next with { ETag = etags[place] };
    }

    public void Complete() => _decided.ForEach(d => Settle(d.Command, c => c.Complete(d.Answer)));

    /// <summary>The commands will run again, on fresh records.</summary>
    public void Again(bool careful)
    {
        foreach ((PendingCommand command, _) in _decided)
        {
            command.Attempts++;
            command.Careful |= careful;
        }
    }

    // What a command refuses concerns that command alone, whatever it throws; a storage that fails concerns the whole transaction.
    private static bool IsOfTheStorage(Exception e) => e is RequestFailedException or AggregateException or OperationCanceledException;

    // False when the transaction has no room left for the command: it goes into the next one.
    private bool Take(ClassWork work, PendingCommand command, string answer)
    {
        bool changed = work.Writes.Count > 0 || work.Notices.Count > 0 || !ReferenceEquals(work.Class, work.Before);
        string keyRow = ClassKeys.Submission(command.Submission.Key);
        if (changed)
        {
            if (_decided.Count > 0 && _transaction.IsFull(work.Writes.Count + work.Notices.Count + _notices.Count + 1 + OwnRows)) return false;
            if (_transaction.Has(keyRow) || work.Writes.Any(w => _transaction.Has(w.Row)))
            {
                command.Careful = true;
                return false;
            }

            foreach ((_, Action<Transaction> write) in work.Writes) write(_transaction);
            _transaction.Add(Row.Of(ClassId, keyRow, new StoredAnswer(command.Submission.ContentHash, answer)));
        }

        _class = work.Class;
        _notices.AddRange(work.Notices);
        _decided.Add((command, answer));
        return true;
    }

    private async Task<bool> AnsweredAsync(ClassWork work, PendingCommand command, CancellationToken cancellation)
    {
        if (await work.FindAsync<StoredAnswer>(ClassKeys.Submission(command.Submission.Key), cancellation) is not { } stored) return false;
        if (stored.ContentHash != command.Submission.ContentHash) throw new SubmissionReusedException();
        Echoed ??= command.Waker;
        Settle(command, c =>
        {
            if (stored.Refused is { } rule) c.Fail(new RuleBrokenException(rule));
            else c.Complete(stored.Answer);
        });
        return true;
    }

    // Whoever was told that somebody is registered already is told the same again, though the other one may have cancelled by now.
    private async Task KeepAsync(PendingCommand command, Exception refusal, CancellationToken cancellation)
    {
        if (refusal is not RuleBrokenException { Rule: Rule.AlreadyRegistered } || !command.Submission.MayBeRepeated) return;
        try
        {
            string row = ClassKeys.Submission(command.Submission.Key);
            await table.AddEntityAsync(Row.Of(ClassId, row, new StoredAnswer(command.Submission.ContentHash, "", Rule.AlreadyRegistered)), cancellation);
        }
        catch (RequestFailedException e)
        {
            // The refusal itself stands.
            StorageLog.RefusalNotKept(log, ClassId, FailureTrace.Of(e));
        }
    }

    private async Task RefuseOrRepeatAsync(ClassWork work, PendingCommand command, Exception refusal, CancellationToken cancellation)
    {
        try
        {
            if (!await AnsweredAsync(work, command, cancellation)) Settle(command, c => c.Fail(refusal));
        }
        catch (Exception e)
        {
            if (e is not SubmissionReusedException) StorageLog.AnswerNotSeen(log, ClassId, FailureTrace.Of(e));
            Settle(command, c => c.Fail(e is SubmissionReusedException ? e : refusal));
        }
    }

    private void Settle(PendingCommand command, Action<PendingCommand> how)
    {
        _settled.Add(command);
        how(command);
    }
}
