using Microsoft.DurableTask;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>
/// One instance as a state machine without I/O, threads or clocks. Messages, ends of activities, turns and commits come in;
/// the next turn, the work to begin and the next commit come out. Memory (<see cref="Ahead"/>) runs ahead of storage
/// (<see cref="Stored"/>) by at most <see cref="Unwritten.MaxTurns"/> turns and one commit under way. When storage refuses a commit,
/// the state is thrown away and made again from what storage holds.
/// </summary>
internal sealed class InstanceState
{
    private readonly SortedDictionary<string, InboxMessage> _inbox = new(StringComparer.Ordinal);
    private readonly List<Outcome> _outcomes = [];
    private readonly List<Decision> _toBegin = [];
    private readonly List<string> _rows;
    private readonly Unwritten _unwritten = new();
    private IReadOnlyList<TurnRecord> _tail;
    private PendingWork _pending;
    private TurnIntake? _running;
    private Commit? _underWay;
    private string? _customStatus;
    private bool _mustBeDurable, _isHeld, _hasCode = true;

    /// <param name="header">The header as stored.</param>
    /// <param name="execution">The current execution with its history.</param>
    /// <param name="tail">The turns that the header holds.</param>
    /// <param name="rows">Keys of the execution's history rows.</param>
    /// <param name="inbox">Messages that lie in rows.</param>
    public InstanceState(
        InstanceHeader header, Execution execution, IReadOnlyList<TurnRecord> tail, IEnumerable<string> rows, IEnumerable<InboxMessage> inbox)
    {
        Stored = Ahead = header;
        Execution = execution;
        _tail = tail;
        _rows = [.. rows];
        _pending = PendingWork.After(execution.Turns);
        _toBegin.AddRange(_pending.Work);
        Cause = execution.Carried.Concat(execution.Turns.SelectMany(turn => turn.Received).OfType<EventReceived>())
            .LastOrDefault(raised => raised.Trace is not null)?.Trace ?? header.Trace;
        foreach (InboxMessage message in inbox)
            _inbox[message.Key] = message;
        if (header.Format < InstanceHeader.CurrentFormat && !header.IsCompleted)
            BeginAnew();
    }

    /// <summary>The header as storage holds it.</summary>
    public InstanceHeader Stored { get; private set; }

    /// <summary>The header as far as turns have run; its texts and its ETag are of no use.</summary>
    public InstanceHeader Ahead { get; private set; }

    /// <summary>What the orchestrator runs on; another one after every ContinueAsNew.</summary>
    public Execution Execution { get; private set; }

    public PendingWork Pending => _pending;

    /// <summary>What caused the latest turn, as a W3C trace parent: the start, or the last event that says what caused it.</summary>
    public string? Cause { get; private set; }

    /// <summary>Nothing runs and nothing is to be written.</summary>
    public bool IsAtRest => _running is null && _underWay is null && !_unwritten.IsAny;

    /// <summary>Keys of messages that lie in rows and were not used up.</summary>
    public IEnumerable<string> InboxRows => _inbox.Values.Where(message => message.IsStored).Select(message => message.Key);

    /// <summary>Business time at which a timer, or the start, is due; null when nothing is.</summary>
    public DateTimeOffset? NextDue =>
        Ahead.IsCompleted || Ahead.Status == OrchestrationStatus.Suspended || !_hasCode ? null
        : Ahead.Turn == 0 ? Ahead.StartAt : _pending.NextTimer;

    /// <summary>A message has come in. One that is known already, because it lies in a row, is not taken twice.</summary>
    public void Accept(InboxMessage message) => _inbox.TryAdd(message.Key, message with { Incarnation = Stored.Incarnation });

    /// <summary>An activity or a sub-orchestration of this execution has ended.</summary>
    public void Accept(string execution, Outcome outcome)
    {
        if (execution == Execution.Key && _pending.Contains(outcome.Id) && _outcomes.TrueForAll(known => known.Id != outcome.Id))
            _outcomes.Add(outcome);
    }

    /// <summary>
    /// The next turn to run, which must end by <see cref="EndTurn"/>; null when there is none, or when it has to wait for a
    /// commit.
    /// </summary>
    /// <param name="now">Business time.</param>
    /// <param name="hasCode">Whether the app has the orchestrator.</param>
    /// <param name="isDraining">No turn is to begin any more; messages are only put away.</param>
    public Turn? NextTurn(DateTimeOffset now, bool hasCode, bool isDraining)
    {
        _hasCode = hasCode;
        _isHeld = isDraining;
        while (_running is null && !Ahead.IsCompleted && !isDraining && !_mustBeDurable && !_unwritten.IsFull)
        {
            TurnIntake intake = TurnIntake.Take(
                new Situation(
                    Ahead.Status, Ahead.Incarnation, Ahead.Turn > 0, Ahead.StartAt, !hasCode, now, _pending,
                    _unwritten.RowRoom),
                _inbox.Values,
                _outcomes);
            _isHeld = !intake.MayRun;
            if (intake.IsEmpty)
                return null;
            foreach (InboxMessage message in intake.Consumed)
                _inbox.Remove(message.Key);
            if (intake.Runs)
            {
                _running = intake;
                Cause = intake.Received.OfType<EventReceived>().LastOrDefault(raised => raised.Trace is not null)?.Trace ?? Cause;
                _outcomes.RemoveAll(intake.Received.Contains);
                DateTimeOffset at = now > Ahead.LastTurnAt ? now : Ahead.LastTurnAt;
                return new Turn(Ahead.Turn + 1, at, intake.Received, []);
            }

            Obey(intake, now);
        }

        return null;
    }

    /// <summary>The turn that <see cref="NextTurn"/> gave has run.</summary>
    public void EndTurn(TurnOutcome outcome)
    {
        TurnIntake taken = _running ?? throw new InvalidOperationException("No turn runs.");
        _running = null;
        Turn turn = outcome.Turn;
        if (outcome.Ending is Threw { Failure.IsNonDeterminism: true } violation)
        {
            // Nothing of this turn is recorded, what it took in neither.
            foreach (InboxMessage message in taken.Consumed)
                _inbox[message.Key] = message;
            Break(violation, turn.At);
            return;
        }

        _unwritten.UseUp(taken.Consumed);
        // Another instance must not begin for what a crash could still take back.
        _mustBeDurable = turn.Decided.Any(decided => decided is ChildStarted) || taken.Received.OfType<Outcome>().Any(end => _pending.IsDurable(end.Id));
        if (outcome.CustomStatus is { } status && status != _customStatus)
            _unwritten.Texts = _unwritten.Texts with { CustomStatus = NewText.Of(_customStatus = status) };
        Ahead = Ahead with { LastTurnAt = turn.At, LastUpdatedAt = turn.At, Turn = turn.Number };
        if (outcome.Ending is StartsAgain again)
        {
            BeginAgain(again, turn);
            return;
        }

        _unwritten.Add(TurnRecord.Of(turn));
        _pending.Add(turn);
        Execution.Turns.Add(turn);
        if (outcome.Ending is Returned returned)
            End(OrchestrationStatus.Completed, _unwritten.Texts with { Output = NewText.Of(returned.Output) });
        else if (outcome.Ending is Threw threw)
            End(OrchestrationStatus.Failed, _unwritten.Texts with { Failure = NewText.Of(FailureJson(threw.Failure)) });
        else
            GoOn(turn);
    }

    /// <summary>
    /// Activities and sub-orchestrations that may begin now, each once. They do not wait for the commit of the
    /// turn that decided them, unless that turn took in a result that must be durable first, or starts another instance.
    /// </summary>
    public IReadOnlyList<Decision> TakeWork()
    {
        if (_mustBeDurable)
            return [];
        Decision[] work = [.. _toBegin];
        _toBegin.Clear();
        return work;
    }

    /// <summary>
    /// Everything that is to be written, as one commit; null when there is nothing, or while another one is under way. Ask for
    /// it when <see cref="NextTurn"/> has nothing to give: turns that pile up share a commit.
    /// </summary>
    public Commit? NextCommit(string id)
    {
        if (_underWay is not null || _running is not null)
            return null;
        List<InboxMessage> held = _isHeld && !Ahead.IsCompleted
            ? [.. _inbox.Values.Where(message => !message.IsStored).Take(Unwritten.MaxAddedRows)] : [];
        if (!_unwritten.IsAny && held.Count == 0)
            return null;
        foreach (InboxMessage message in held)
            _inbox[message.Key] = message with { IsStored = true };
        _underWay = _unwritten.Take(id, Stored, Ahead, _tail, held);
        _tail = _underWay.Tail;
        _rows.AddRange(_underWay.Rows.Select(row => HistoryKeys.Of(Ahead.ExecutionKey, row[0].Number)));
        return _underWay;
    }

    /// <summary>The commit under way is written.</summary>
    public void Committed(InstanceHeader written)
    {
        Stored = written;
        _underWay = null;
        // A turn that must be durable lets no other run, so it was the last one of this commit or waits for the next.
        _mustBeDurable &= _unwritten.IsAny;
    }

    private static string FailureJson(Failure failure) =>
        System.Text.Json.JsonSerializer.Serialize(failure, DurableJson.Options);

    private void GoOn(Turn turn)
    {
        _toBegin.AddRange(turn.Decided.OfType<Decision>().Where(decision => decision is not TimerCreated && _pending.Contains(decision.Id)));
        Ahead = Ahead with
        {
            Status = OrchestrationStatus.Running,
            // A timer of long ago fires at once; Table Storage takes no date before 1601.
            NextTimer = _pending.NextTimer < turn.At ? turn.At : _pending.NextTimer,
            IsBusy = _pending.IsBusy,
        };
    }

    // The worker cannot replay what an earlier version of this host has recorded. Its activities change nothing that is not due or
    // already done, so the execution runs again, from its input and with every event that it got.
    private void BeginAnew()
    {
        Ahead = Ahead with { Format = InstanceHeader.CurrentFormat };
        if (Execution.Turns.Count == 0)
            return;
        OrchestrationStatus status = Ahead.Status;
        BeginAgain(
            new StartsAgain(Execution.Input, [.. Execution.Carried, .. Execution.Turns.SelectMany(turn => turn.Received).OfType<EventReceived>()]),
            Execution.Turns[^1]);
        Ahead = Ahead with { Status = status };
    }

    // Turns of the ended execution that were never written need not be.
    private void BeginAgain(StartsAgain again, Turn last)
    {
        Ahead = Ahead with
        {
            Status = OrchestrationStatus.Running,
            Execution = Ahead.Execution + 1,
            Turn = 0,
            StartAt = null,
            NextTimer = null,
            IsBusy = false,
        };
        Execution = Execution with { Key = Ahead.ExecutionKey, Input = again.Input, Carried = again.Carried, Turns = [] };
        _unwritten.EndExecution(_rows);
        _unwritten.Texts = _unwritten.Texts with { Input = NewText.Of(again.Input) };
        _rows.Clear();
        _tail = [];
        _outcomes.Clear();
        _toBegin.Clear();
        _pending = new PendingWork();
        if (again.Carried.Count > 0)
            _unwritten.Add(TurnRecord.Of(new Turn(0, last.At, again.Carried, [])));
    }

    // A client halts the instance, lets it go on or ends it; the orchestrator does not run.
    private void Obey(TurnIntake intake, DateTimeOffset now)
    {
        _unwritten.UseUp(intake.Consumed);
        Ahead = Ahead with { Status = intake.Status, LastUpdatedAt = now };
        if (intake.Terminated is { } terminated)
            End(OrchestrationStatus.Terminated, _unwritten.Texts with { Output = NewText.Of(terminated.Payload) });
    }

    // The code does not fit the history: the instance fails, and its history stays as it was.
    private void Break(Threw violation, DateTimeOffset now)
    {
        Ahead = Ahead with { LastUpdatedAt = now };
        End(OrchestrationStatus.Failed, _unwritten.Texts with { Failure = NewText.Of(FailureJson(violation.Failure)) });
    }

    private void End(OrchestrationStatus status, NewTexts texts)
    {
        Ahead = Ahead with { Status = status, NextTimer = null, IsBusy = false };
        _unwritten.Texts = texts;
        _unwritten.Touch();
        _toBegin.Clear();
        _outcomes.Clear();
    }
}
