using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Classes;

/// <summary>What a class waits for next.</summary>
public sealed record NextClassStep(ClassErrand? Next, bool IsOver);

/// <summary>A step of a class whose time has come.</summary>
public sealed record ClassStepDue(ClassId ClassId, ClassStep Step);

/// <summary>Reads the checklist of a class.</summary>
public sealed class ReadClassAgenda(ClassReader records)
{
    [Function(nameof(ReadClassAgenda))]
    public async Task<NextClassStep> Run([ActivityTrigger] string classId, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(new(classId), cancellation);
        return new NextClassStep(ClassChecklist.Next(c), c.Stage.IsOver());
    }
}

/// <summary>Carries out a step that is due. Run twice, it does it once.</summary>
public sealed class CarryOutClassStep(ClassStore ledger, PlanActs plans, ClassReader records, TimeProvider time, WakersOf wakers, ILogger<CarryOutClassStep> log)
{
    [Function(nameof(CarryOutClassStep))]
    public async Task Run([ActivityTrigger] ClassStepDue due, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        TrainingClass current = await records.GetAsync(due.ClassId, cancellation);
        string office = await plans.CoordinationOfficeAsync(current.PlanId, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        await ledger.WriteAsync(due.ClassId, Submission.OfStep(due.Step.ToString()), new Awake<TrainingClass>(wakers(client)), async (work, token) =>
        {
            work.Set(await work.AddressedAsync(ClassSteps.CarryOut(work.Class, due.Step, office, now), token));
            if (ClassSteps.MovesPeopleUp(due.Step)) await work.MoveUpAsync(now, token);
            return due.Step;
        });
        ClassLog.StepDone(log, due.ClassId, due.Step);
    }
}
