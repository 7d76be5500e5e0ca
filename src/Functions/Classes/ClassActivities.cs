using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Classes;

/// <summary>What a class waits for next.</summary>
public sealed record NextClassStep(ClassErrand? Next, bool IsOver);

/// <summary>A step of a class whose time has come.</summary>
public sealed record ClassStepDue(string ClassId, ClassStep Step);

/// <summary>Reads the checklist of a class.</summary>
public sealed class ReadClassAgenda(ClassReader records)
{
    [Function(nameof(ReadClassAgenda))]
    public async Task<NextClassStep> Run([ActivityTrigger] string classId, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        return new NextClassStep(ClassChecklist.Next(c), c.Stage.IsOver());
    }
}

/// <summary>Carries out a step that is due. Run twice, it does it once.</summary>
public sealed class CarryOutClassStep(ClassStore ledger, PlanActs plans, ClassReader records, TimeProvider time, ILogger<LifecycleWaker> log)
{
    [Function(nameof(CarryOutClassStep))]
    public async Task Run([ActivityTrigger] ClassStepDue due, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        TrainingClass current = await records.GetAsync(due.ClassId, cancellation);
        string office = await plans.CoordinationOfficeAsync(current.PlanId, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        // A key of its own each time: a step that was done is not due any more, and one that is due again at the same instant
        // (new dates while business time stands still) must not get the answer of the first.
        Submission step = new($"step/{Guid.NewGuid():N}", due.Step.ToString(), Actor.Lifecycle);
        await ledger.WriteAsync(due.ClassId, step, new Awake<TrainingClass>(new LifecycleWaker(client, log)), async (work, token) =>
        {
            ClassOutcome outcome = ClassSteps.CarryOut(work.Class, due.Step, office, now);
            work.Set(outcome);
            if (ClassSteps.MovesPeopleUp(due.Step)) await work.MoveUpAsync(now, token);
            return due.Step;
        });
    }
}
