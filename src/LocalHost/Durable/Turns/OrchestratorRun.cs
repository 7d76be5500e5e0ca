using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>
/// The orchestrator of one execution, kept alive by the worker between its turns (an extended session): a turn costs what is new
/// in it. A worker that has it no longer is sent the whole history, and replays it.
/// </summary>
internal sealed class OrchestratorRun(Execution execution, IFunctionInvoker invoker)
{
    private readonly WorkerHistory _history = new(execution);
    private bool _hasSession;

    public Execution Execution => execution;

    /// <summary>Runs the next turn, after what was recorded before it.</summary>
    /// <exception cref="OperationCanceledException">The engine was stopped.</exception>
    public async Task<TurnOutcome> StepAsync(Turn turn, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                OrchestratorResponse answer = await invoker.RunOrchestratorAsync(execution.Name, _history.Ask(turn, whole: !_hasSession), stopping);
                _hasSession = !answer.RequiresHistory;
                if (_hasSession)
                    return WorkerAnswer.Read(turn, answer);
            }
            catch (WorkerLostException)
            {
                _hasSession = false;
            }
            catch (FunctionFailedException failed)
            {
                return new TurnOutcome(turn, null, new Threw(failed.Failure));
            }
        }
    }
}
