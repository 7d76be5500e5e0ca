using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Replays an execution from its start and runs one turn more. No I/O.</summary>
internal sealed class TurnRunner(IFunctionInvoker invoker, ILoggerFactory loggers)
{
    /// <summary>How long an orchestrator that waits for nothing durable may take to return through the worker's middleware.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    /// <summary>Runs the turn. A violation seen only after it goes to <paramref name="late"/>.</summary>
    public async Task<TurnOutcome> RunAsync(Execution execution, Turn turn, Action<string> late)
    {
        TurnLoop loop = new();
        ReplayContext context = new(execution, loop, loggers);
        Task<string?> run = Task.FromResult<string?>(null);
        try
        {
            loop.Run(() => run = Replay(execution, turn, context, loop));
        }
        catch (Exception exception)
        {
            // Only an async void method throws into its context.
            loop.Violate($"{TurnLoop.NotDurable} {exception.Message}");
        }

        if (!run.IsCompleted && !context.IsWaiting && loop.Violation is null)
            await Task.WhenAny(run, loop.Violated, Task.Delay(s_grace));
        Ending? ending = EndingOf(run, context, loop);
        if (ending is null)
            loop.Close(late);
        return new TurnOutcome(turn with { Decided = context.Decided }, context.CustomStatus, ending);
    }

    private Task<string?> Replay(Execution execution, Turn fresh, ReplayContext context, TurnLoop loop)
    {
        Task<string?>? run = null;
        foreach (EventReceived carried in execution.Carried)
            context.Deliver(carried);
        foreach (Turn turn in execution.Turns.Append(fresh))
        {
            bool replaying = turn != fresh;
            context.Begin(turn, replaying);
            run ??= Start(execution.Name, context);
            loop.Pump();
            foreach (HistoryEvent received in turn.Received)
            {
                context.Deliver(received);
                loop.Pump();
            }

            context.End();
            if (replaying && run.IsCompleted)
                loop.Violate($"The orchestrator ended in turn {turn.Number}, but history goes on: its code was changed.");
            if (loop.Violation is not null)
                break;
        }

        return run!;
    }

    private Task<string?> Start(string name, ReplayContext context)
    {
        try
        {
            return invoker.RunOrchestratorAsync(name, context);
        }
        catch (Exception exception)
        {
            return Task.FromException<string?>(exception);
        }
    }

    private static Ending? EndingOf(Task<string?> run, ReplayContext context, TurnLoop loop)
    {
        string? violation = loop.Violation ?? (!run.IsCompleted && !context.IsWaiting ? TurnLoop.NotDurable : null);
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

    /// <summary>The failure of an orchestrator that broke the rules.</summary>
    public static Threw Violated(string message) =>
        new(TaskFailureDetails.FromException(new NonDeterministicOrchestrationException(message))) { IsViolation = true };
}
