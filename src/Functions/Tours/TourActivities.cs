using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Tours;

/// <summary>What a tour waits for next.</summary>
public sealed record NextTourStep(TourErrand? Next, bool IsOver);

/// <summary>A step of a tour whose time has come.</summary>
public sealed record TourStepDue(TourRef Tour, TourStep Step);

/// <summary>Reads the checklist of a tour.</summary>
public sealed class ReadTourAgenda(TourStore tours)
{
    [Function(nameof(ReadTourAgenda))]
    public async Task<NextTourStep> Run([ActivityTrigger] TourRef tour, CancellationToken cancellation)
    {
        StudyTour t = await tours.GetAsync(tour.PlanId, tour.Id, cancellation);
        return new NextTourStep(TourChecklist.Next(t), t.Stage is TourStage.Closed or TourStage.Cancelled);
    }
}

/// <summary>Carries out a step that is due. Run twice, it does it once.</summary>
public sealed class CarryOutTourStep(TourStore tours, PlanActs plans, TimeProvider time, ILogger<LifecycleWaker> log)
{
    [Function(nameof(CarryOutTourStep))]
    public async Task Run([ActivityTrigger] TourStepDue due, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        string office = await plans.CoordinationOfficeAsync(due.Tour.PlanId, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        // A key of its own each time, as for a class.
        Submission step = new($"step/{Guid.NewGuid():N}", due.Step.ToString(), Actor.Lifecycle);
        await tours.WriteAsync(due.Tour.PlanId, due.Tour.Id, step, new Awake<StudyTour>(new LifecycleWaker(client, log)),
            t => Task.FromResult(new TourChange(TourDecisions.CarryOut(t, due.Step, office, now))), cancellation);
    }
}
