using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;

namespace NtmServerless.LocalHost.Tests.Durable.Core;

/// <summary>One step of a simulated life of an instance.</summary>
internal enum Step
{
    Send,
    Suspend,
    Resume,
    Turn,
    EndActivity,
    BeginCommit,
    CommitApplied,
    AnswerArrives,
    Crash,
    Drain,
    LoseWorker,
}

/// <summary>
/// The scheduling core over a storage in memory, without threads: steps come in any order, as messages, answers and crashes
/// may. Its orchestrator takes numbers from events, through an activity, and begins anew after every third.
/// </summary>
internal sealed class Simulation : IDisposable
{
    private const int End = -1;

    private static readonly DateTimeOffset Now = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestApp _app = new();
    private readonly ModelStorage _storage = new(new InstanceHeader("simulated", "numbers", "one", Now));
    private readonly Dictionary<string, int> _waiting = [];
    private readonly List<(string Execution, Decision Decision)> _underWay = [];
    private InstanceState _state;
    private OrchestratorRun? _run;
    private Commit? _commit;
    private bool _isApplied;
    private int _keys, _commits;

    public Simulation()
    {
        _app.Orchestrator<List<int>>("numbers", NumbersAsync);
        _state = _storage.Load();
    }

    public List<int> Sent { get; } = [];

    public List<int> Acknowledged { get; } = [];

    /// <summary>What the orchestrator gave in the end.</summary>
    public List<int> Output => JsonSerializer.Deserialize<List<int>>(_storage.Output!)!;

    public void Dispose() => _app.Dispose();

    public async Task TakeAsync(Step step, int choice)
    {
        switch (step)
        {
            case Step.Send: Send(MessageKind.Event, Sent.Count); break;
            case Step.Suspend: Send(MessageKind.Suspend, null); break;
            case Step.Resume: Send(MessageKind.Resume, null); break;
            case Step.Turn: await TurnAsync(isDraining: false); break;
            case Step.EndActivity: EndActivity(choice); break;
            case Step.BeginCommit: BeginCommit(); break;
            case Step.CommitApplied: Write(); break;
            case Step.AnswerArrives: Answer(); break;
            case Step.Drain: await TurnAsync(isDraining: true); break;
            case Step.LoseWorker: LoseWorker(choice); break;
            default: Crash(); break;
        }
    }

    /// <summary>Lets the instance come to its end without further trouble.</summary>
    public async Task FinishAsync()
    {
        Send(MessageKind.Resume, null);
        Send(MessageKind.Event, End);
        for (int round = 0; !_storage.Header.IsCompleted; round++)
        {
            if (round > 2_000)
                throw new InvalidOperationException("It does not end.");
            while (await TurnAsync(isDraining: false))
            {
            }

            while (_underWay.Count > 0)
                EndActivity(0);
            BeginCommit();
            Write();
            Answer();
        }
    }

    private void Send(MessageKind kind, int? number)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"i-{++_keys:D6}");
        if (number >= 0)
        {
            Sent.Add(number.Value);
            _waiting[key] = number.Value;
        }

        _state.Accept(new InboxMessage("simulated", key, "", kind, "number", number?.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<bool> TurnAsync(bool isDraining)
    {
        Turn? turn = _state.NextTurn(Now, hasCode: true, isDraining);
        if (turn is not null && !ReferenceEquals(_run?.Execution, _state.Execution))
            _run = new OrchestratorRun(_state.Execution, _app);
        TakeWork();
        if (turn is null)
            return false;
        _state.EndTurn(await _run!.StepAsync(turn, CancellationToken.None));
        TakeWork();
        return true;
    }

    private void TakeWork()
    {
        foreach (Decision decision in _state.TakeWork())
        {
            if (decision is ChildStarted && !_storage.Load().Pending.Contains(decision.Id))
                Broken("a sub-orchestration begins before its decision is stored");
            _underWay.Add((_state.Execution.Key, decision));
        }
    }

    private void EndActivity(int choice)
    {
        if (_underWay.Count == 0)
            return;
        (string execution, Decision decision) = _underWay[choice % _underWay.Count];
        _underWay.RemoveAt(choice % _underWay.Count);
        // An activity's input is an array of one.
        _state.Accept(execution, new TaskCompleted(decision.Id, (decision as ActivityScheduled)?.Input?[1..^1] ?? ((ChildStarted)decision).Input));
    }

    private void BeginCommit()
    {
        if (_commit is not null || _state.NextCommit($"commit {++_commits}") is not { } commit)
            return;
        (_commit, _isApplied) = (commit, false);
    }

    private void Write()
    {
        if (_commit is null || _isApplied)
            return;
        _isApplied = _storage.Apply(_commit)
            ? true : throw new InvalidOperationException("Nobody else writes, yet the commit was refused.");
    }

    private void Answer()
    {
        if (_commit is null || !_isApplied)
            return;
        _state.Committed(_storage.Header);
        foreach (string key in _commit.Acknowledged)
        {
            if (_waiting.Remove(key, out int number))
                Acknowledged.Add(number);
        }

        _commit = null;
    }

    // It is started again before the next turn, or dies in it.
    private void LoseWorker(int choice)
    {
        _app.LoseSessions();
        _app.Deaths = choice % 3;
    }

    // What was sent and not answered for is lost, or not: its sender does not know.
    private void Crash()
    {
        _waiting.Clear();
        _underWay.Clear();
        _commit = null;
        _run = null;
        _state = _storage.Load();
    }

    private static void Broken(string violation) => throw new InvalidOperationException(violation);

    private static async Task<object?> NumbersAsync(TaskOrchestrationContext context)
    {
        List<int> seen = context.GetInput<List<int>>() ?? [];
        TaskOptions durable = new(tags: new Dictionary<string, string> { [ActivityScheduled.DurableResult] = "true" });
        for (int round = 0; round < 3; round++)
        {
            int number = await context.WaitForExternalEvent<int>("number");
            if (number == End)
                return seen;
            seen.Add(number % 3 == 0 ? await context.CallSubOrchestratorAsync<int>("same", number)
                : await context.CallActivityAsync<int>("same", number, number % 5 == 0 ? durable : null));
        }

        context.ContinueAsNew(seen);
        return null;
    }
}
