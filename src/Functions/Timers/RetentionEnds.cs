using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NtmServerless.Domain.Access;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Tours;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Storage;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Documents;
using NtmServerless.Storage.Plans;
using NtmServerless.Storage.Tours;

namespace NtmServerless.Functions.Timers;

/// <summary>Removes personal data whose time has ended. Setting <c>RetentionDays</c>; every Sunday night.</summary>
public sealed class RetentionEnds(
    PlanShelf plans, ClassSummaries summaries, ClassLedger ledger, TourLedger tours, DocumentShelf documents, IConfiguration configuration, TimeProvider time,
    ILogger<LifecycleWaker> log)
{
    [Function(nameof(RetentionEnds))]
    public async Task Run([TimerTrigger("0 0 18 * * 0")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        Awake<TrainingClass> awake = new(new LifecycleWaker(client, log));
        int days = configuration.GetValue("RetentionDays", Retention.DefaultDays);
        DateTimeOffset now = time.GetUtcNow();
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (TrainingClass c in (await summaries.OfPlanAsync(plan.Id, cancellation)).Where(c => Retention.IsDue(c, days, now)))
            {
                // Documents first: the class counts as done only when nothing is left.
                await documents.ForgetAsync(plan.Id, plan.Year, c.Id, Actor.Lifecycle, cancellation);
                await EmptyAsync(c.Id, awake, now);
            }

            foreach (StudyTour t in (await tours.OfPlanAsync(plan.Id, cancellation)).Where(t => t.ClosedAt?.AddDays(days) < now))
                await tours.ForgetMembersAsync(plan.Id, t.Id, cancellation);
        }
    }

    private async Task EmptyAsync(string classId, Awake<TrainingClass> awake, DateTimeOffset now)
    {
        // What was noted about people's signatures may name them.
        await ledger.WriteAsync(classId, new Submission($"retention/{Guid.NewGuid():N}", "retention", Actor.Lifecycle), awake,
            async (work, cancellation) =>
            {
                SheetReading[] noted = [.. (await work.ReadingsAsync(cancellation)).Where(r => r.Notes.Count > 0)];
                foreach (SheetReading reading in noted) work.Put(reading with { Notes = new Dictionary<string, string>() });
                return noted.Length;
            });
        bool more = true;
        while (more)
        {
            more = await ledger.WriteAsync(classId, new Submission($"retention/{Guid.NewGuid():N}", "retention", Actor.Lifecycle), awake,
                async (work, cancellation) =>
                {
                    Registration[] left = [.. (await work.RegistrationsAsync(cancellation)).Where(r => r.AnonymisedAt is null)];
                    foreach (Registration r in left.Take(Retention.Most))
                        work.Anonymise(Retention.Anonymise(r, now), r.Applicant.PersonKey);
                    if (left.Length <= Retention.Most) work.Set(work.Class with { AnonymisedAt = now });
                    return left.Length > Retention.Most;
                });
        }
    }
}
