using CsCheck;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable.Core;

/// <summary>The scheduling core through random interleavings of messages, turns, commits, lost answers, lost workers and crashes.</summary>
public sealed class InterleavingTests
{
    // Crashes are rarer than the rest, so that something has happened between two of them.
    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (6, Gen.Const(Step.Send)),
        (1, Gen.Const(Step.Suspend)),
        (2, Gen.Const(Step.Resume)),
        (8, Gen.Const(Step.Turn)),
        (6, Gen.Const(Step.EndActivity)),
        (5, Gen.Const(Step.BeginCommit)),
        (5, Gen.Const(Step.CommitApplied)),
        (4, Gen.Const(Step.AnswerArrives)),
        (1, Gen.Const(Step.Drain)),
        (1, Gen.Const(Step.LoseWorker)),
        (1, Gen.Const(Step.Crash)));

    [Fact]
    public async Task Core_AnyOrderOfSteps_LosesNothingAcknowledgedAndRecordsNothingTwice() =>
        await Gen.Select(AnyStep, Gen.Int[0, 9]).List[0, 150].SampleAsync(
            async steps =>
            {
                using Simulation simulation = new();
                foreach ((Step step, int choice) in steps)
                    await simulation.TakeAsync(step, choice);
                await simulation.FinishAsync();
                List<int> output = simulation.Output;
                return output.SequenceEqual(output.Distinct().Order())
                    && simulation.Acknowledged.TrueForAll(output.Contains)
                    && output.TrueForAll(simulation.Sent.Contains);
            },
            iter: 1_000,
            threads: 1);
}
