using Microsoft.DurableTask;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>
/// The orchestrator of one execution, kept alive between its turns: a turn costs what is new in it. Only the first step
/// replays what was recorded before. No I/O.
/// </summary>
/// <param name="execution">What is replayed; its turns are let go afterwards.</param>
/// <param name="invoker">Runs the orchestrator's code.</param>
/// <param name="late">Told of a violation that is seen between two turns.</param>
internal sealed class OrchestratorRun(Execution execution, IFunctionInvoker invoker, Action<string> late)
{
    /// <summary>How long an orchestrator that waits for nothing durable may take to return through the worker's middleware.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly TurnLoop _loop = new();
    private ReplayContext? _context;
    private Task<string?>? _run;

    public Execution Execution => execution;

    /// <summary>Runs the next turn, after what was recorded before it.</summary>
    public async Task<TurnOutcome> StepAsync(Turn turn)
    {
        _context ??= new ReplayContext(execution, _loop);
        _loop.Open();
        try
        {
            _loop.Run(() => Play(_context, turn));
        }
        catch (Exception exception)
        {
            // Only an async void method throws into its context.
            _loop.Violate($"{TurnLoop.NotDurable} {exception.Message}");
        }

        Task<string?> run = _run ?? Task.FromResult<string?>(null);
        if (!run.IsCompleted && !_context.IsWaiting && _loop.Violation is null)
            await Task.WhenAny(run, _loop.Violated, Task.Delay(s_grace));
        Ending? ending = EndingOf(run, _context);
        if (ending is null)
            _loop.Close(late);
        return new TurnOutcome(turn with { Decided = _context.TakeDecided() }, _context.CustomStatus, ending);
    }

    /// <summary>The failure of an orchestrator that broke the rules.</summary>
    public static Threw Violated(string message) =>
        new(TaskFailureDetails.FromException(new NonDeterministicOrchestrationException(message))) { IsViolation = true };

    private void Play(ReplayContext context, Turn fresh)
    {
        if (_run is null)
        {
            foreach (EventReceived carried in execution.Carried)
                context.Deliver(carried);
            foreach (Turn turn in execution.Turns.TakeWhile(_ => _loop.Violation is null))
                Feed(context, turn, replaying: true);
            execution.Turns.Clear();
        }

        if (_loop.Violation is null)
            Feed(context, fresh, replaying: false);
    }

    private void Feed(ReplayContext context, Turn turn, bool replaying)
    {
        context.Begin(turn, replaying);
        _run ??= Start(context);
        _loop.Pump();
        foreach (HistoryEvent received in turn.Received)
        {
            context.Deliver(received);
            _loop.Pump();
        }

        context.End();
        if (replaying && _run.IsCompleted)
            _loop.Violate($"The orchestrator ended in turn {turn.Number}, but history goes on: its code was changed.");
    }

    private Task<string?> Start(ReplayContext context)
    {
        try
        {
            return invoker.RunOrchestratorAsync(execution.Name, context);
        }
        catch (Exception exception)
        {
            return Task.FromException<string?>(exception);
        }
    }

    private Ending? EndingOf(Task<string?> run, ReplayContext context)
    {
        string? violation = _loop.Violation ?? (!run.IsCompleted && !context.IsWaiting ? TurnLoop.NotDurable : null);
        if (violation is not null)
            return Violated(violation);
        if (!run.IsCompleted)
            return null;
        if (!run.IsCompletedSuccessfully)
            return new Threw(TaskFailureDetails.FromException(run.Exception?.InnerException ?? new TaskCanceledException(run)));
        return context.Again is { } again
            ? new StartsAgain(again.Input, again.KeepEvents ? [.. context.Unprocessed] : [])
            : new Returned(run.Result);
    }
}
