using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Privacy;

/// <summary>Removes personal data whose time has ended, and warns where that comes to an unfinished class. Setting <c>RetentionDays</c>; every Sunday night.</summary>
public sealed class RetentionEnds(
    PlanStore plans, ClassSummaries summaries, ClassStore ledger, ClassReader records, TourStore tours, DocumentStore documents, EvidenceStore vault, PostStore post,
    NtmOptions options, TimeProvider time, WakersOf wakers, ILogger<RetentionEnds> log)
{
    [Function(nameof(RetentionEnds))]
    public async Task Run([TimerTrigger("0 0 18 * * 0")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        Awake<TrainingClass> awake = new(wakers(client));
        int days = options.RetentionDays;
        DateTimeOffset now = time.GetUtcNow();
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (TrainingClass c in await summaries.OfPlanAsync(plan.Id, cancellation))
            {
                if (Retention.IsDue(c, days, now)) await EmptyAsync(plan, c.Id, awake, now, cancellation);
                else if (Retention.Warn(c, days, now).Notices.Count > 0) await WarnAsync(c.Id, days, awake, now);
            }

            foreach (StudyTour t in (await tours.OfPlanAsync(plan.Id, cancellation)).Where(t => Retention.IsDue(t, days, now)))
            {
                await tours.ForgetMembersAsync(plan.Id, t.Id, cancellation);
                await post.ForgetParticipantsAsync(plan.Id, t.Id, cancellation);
                RetentionLog.TourForgotten(log, t.Id);
            }
        }
    }

    private Task<bool> WarnAsync(ClassId classId, int days, Awake<TrainingClass> awake, DateTimeOffset now) =>
        ledger.WriteAsync(classId, Submission("retention-warned"), awake, (work, _) =>
        {
            work.Set(Retention.Warn(work.Class, days, now));
            return Task.FromResult(true);
        });

    // The class counts as done only when nothing is left: it is marked last, so that a run that breaks off is done again.
    private async Task EmptyAsync(Plan plan, ClassId classId, Awake<TrainingClass> awake, DateTimeOffset now, CancellationToken cancellation)
    {
        await documents.ForgetAsync(plan.Id, plan.Year, classId, Actor.Lifecycle, cancellation);
        foreach (EvidenceFact photo in (await records.EvidenceAsync(classId, cancellation)).Where(e => e.Kind == EvidenceKind.Photo))
        {
            await vault.ErasePhotoAsync(classId, photo.Sha256, cancellation);
            await ledger.WriteAsync(classId, Submission("retention"), awake, (work, _) =>
            {
                work.Remove(photo);
                return Task.FromResult(true);
            });
        }

        await EmptyNotesAsync(classId, awake);
        await post.ForgetParticipantsAsync(plan.Id, classId, cancellation);
        await ledger.ForgetAnswersAsync(classId, cancellation);
        await EmptyPeopleAsync(classId, awake, now);
    }

    // What was noted about people's signatures may name them.
    private Task<int> EmptyNotesAsync(ClassId classId, Awake<TrainingClass> awake) => ledger.WriteAsync(classId, Submission("retention"), awake,
        async (work, cancellation) =>
        {
            SheetReading[] noted = [.. (await work.ReadingsAsync(cancellation)).Where(r => r.Notes.Count > 0)];
            foreach (SheetReading reading in noted) work.Put(reading with { Notes = new Dictionary<string, string>() });
            return noted.Length;
        });

    private async Task EmptyPeopleAsync(ClassId classId, Awake<TrainingClass> awake, DateTimeOffset now)
    {
        bool more = true;
        int emptied = 0;
        while (more)
        {
            more = await ledger.WriteAsync(classId, Submission("retention"), awake,
                async (work, cancellation) =>
                {
                    Registration[] left = [.. (await work.RegistrationsAsync(cancellation)).Where(r => r.AnonymisedAt is null)];
                    foreach (Registration r in left.Take(Retention.Most))
                        work.Anonymise(Retention.Anonymise(r, now), r);
                    emptied += Math.Min(left.Length, Retention.Most);
                    if (left.Length <= Retention.Most) work.Set(work.Class with { AnonymisedAt = now });
                    return left.Length > Retention.Most;
                });
        }

        RetentionLog.Anonymised(log, classId, emptied);
    }

    private static Submission Submission(string what) => new($"retention/{Guid.NewGuid():N}", what, Actor.Lifecycle);
}
