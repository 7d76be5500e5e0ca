using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tours;

/// <summary>A change of a tour's records, as a command decides it.</summary>
public sealed record TourChange(TourOutcome Outcome, TourMember? Added = null, TourMember? Removed = null);

/// <summary>Study tours, table Tours, partition = plan: <c>tour-id</c>, <c>member-id-code</c>, <c>person-id-hash</c>, <c>planned-id-of-plan</c>, <c>notice-…</c>, <c>out-…</c>.</summary>
public sealed class TourStore(RecordsStorage storage, PostOffice post, TimeProvider time)
{
    private readonly NoticeOutbox _outbox = new(storage.Table(StorageNames.Tours), post, new TourPeople(storage.Table(StorageNames.Tours)).ToldAsync);
    private readonly TableClient _table = storage.Table(StorageNames.Tours);

    public async Task<IReadOnlyList<StudyTour>> OfPlanAsync(string planId, CancellationToken cancellation) =>
        await ListAsync<StudyTour>(planId, "tour-", cancellation);

    /// <exception cref="RecordMissingException">There is no such tour.</exception>
    public async Task<StudyTour> GetAsync(string planId, string tourId, CancellationToken cancellation) =>
        (await Heads.FindAsync<StudyTour>(_table, planId, TourRow(tourId), cancellation))?.Value ?? throw new RecordMissingException("tour");

    public async Task<IReadOnlyList<TourMember>> MembersAsync(string planId, string tourId, CancellationToken cancellation) =>
        await ListAsync<TourMember>(planId, $"member-{Key.Checked(tourId)}-", cancellation);

    public async Task<TourMember?> FindMemberAsync(string planId, string tourId, string code, CancellationToken cancellation) =>
        (await Heads.FindAsync<TourMember>(_table, planId, $"member-{tourId}-{code}", cancellation))?.Value;

    public async Task<IReadOnlyList<StoredNotice>> NoticesAsync(string planId, string tourId, CancellationToken cancellation) =>
        await ListAsync<StoredNotice>(planId, $"notice-{Key.Checked(tourId)}-", cancellation);

    /// <summary>
    /// Makes a tour of the plan; the same submission again gives the same tour. The plan orders each tour once: another one is made only
    /// when the one before was cancelled, and of several who ask at once, one gets it.
    /// </summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.TourPlanned"/>.</exception>
    public async Task<StudyTour> FoundAsync(
        string planId, Submission submission, IWaker<StudyTour>? waker, Func<string, StudyTour> found, CancellationToken cancellation)
    {
        string id = "t" + Key.Hash($"{planId}|{submission.Key}")[..15];
        StudyTour founded = await Heads.RetryAsync(id, async () =>
        {
            if (await Heads.AnswerAsync<StudyTour>(_table, planId, submission, cancellation) is { } answered) return answered;
            StudyTour tour = found(id);
            // Read before the others are looked at: whoever is faster changes it.
            string place = $"planned-{Key.Checked(tour.PlannedTourId)}";
            (string Value, ETag ETag)? before = await Heads.FindAsync<string>(_table, planId, place, cancellation);
            if ((await OfPlanAsync(planId, cancellation)).Any(t => t.PlannedTourId == tour.PlannedTourId && t.Stage != TourStage.Cancelled))
                throw new RuleBrokenException(Rule.TourPlanned);
            Transaction transaction = new(planId);
            if (before is { ETag: var etag }) transaction.Replace(Row.Of(planId, place, id), etag);
            else transaction.Add(Row.Of(planId, place, id));
            transaction.Add(Row.Of(planId, TourRow(id), tour));
            transaction.Add(Heads.Answered(planId, submission, tour));
            transaction.Add(Heads.Audited(planId, submission, "tour-planned", time.GetUtcNow(), id));
            await transaction.SubmitAsync(_table, cancellation);
            return tour;
        }, cancellation);
        if (waker is not null) await WakeAsync(waker, founded, cancellation);
        return founded;
    }

    /// <summary>Decides on a tour and commits; the same submission again gives the first answer again.</summary>
    public async Task<StudyTour> WriteAsync(
        string planId, string tourId, Submission submission, IWaker<StudyTour> waker, Func<StudyTour, Task<TourChange>> decide,
        CancellationToken cancellation)
    {
        (StudyTour tour, bool changed, Posting? posting) = await Heads.RetryAsync<(StudyTour, bool, Posting?)>(tourId, async () =>
        {
            if (await Heads.AnswerAsync<StudyTour>(_table, planId, submission, cancellation) is { } answered) return (answered, true, null);
            (StudyTour current, ETag etag) = await Heads.FindAsync<StudyTour>(_table, planId, TourRow(tourId), cancellation)
                ?? throw new RecordMissingException("tour");
            TourChange change = await decide(current);
            if (change.Outcome.Tour == current && change.Removed is null) return (current, false, null);
            return (change.Outcome.Tour, true, await CommitAsync(planId, tourId, submission, change, etag, cancellation));
        }, cancellation);
        if (posting is not null) await _outbox.PublishAsync(posting, waker, cancellation);
        else if (changed) await PublishEarlierAsync(planId, waker, cancellation);
        if (changed) await WakeAsync(waker, tour, cancellation);
        return tour;
    }

    /// <summary>Removes the members' personal data of a tour that is over; their number stays.</summary>
    public async Task ForgetMembersAsync(string planId, string tourId, CancellationToken cancellation)
    {
        foreach (TourMember member in await MembersAsync(planId, tourId, cancellation))
        {
            Transaction transaction = new(planId);
            transaction.Delete($"member-{tourId}-{member.Code}");
            transaction.Delete($"person-{tourId}-{member.PersonKey}");
            await transaction.SubmitAsync(_table, cancellation);
        }
    }

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => _outbox.SweepAsync(null, courier, cancellation);

    /// <summary>Posts, and wakes, what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(IWaker<StudyTour> waker, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(_table.Name, async (planId, open) =>
        {
            string[] owed = [.. open.Where(row => !OutboxRows.IsRow(row))];
            foreach (string row in owed)
            {
                if (await Heads.FindAsync<StudyTour>(_table, planId, row, cancellation) is var (tour, _)) await waker.WakeAsync(tour, cancellation);
                OutboxRows.OfThisProcess.TakenAway(_table.Name, planId, row);
            }

            return owed.Length + await _outbox.SweepAsync(planId, waker, cancellation);
        });

    // The answer was kept by an earlier request, which may not have come as far as posting.
    private async Task PublishEarlierAsync(string planId, ICourier courier, CancellationToken cancellation)
    {
        try
        {
            await _outbox.SweepAsync(planId, courier, cancellation);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // The rows stand; the next sweep finds them.
        }
    }

    // Beyond this process's life it is the round at a start and once a day that wakes every open tour.
    private Task WakeAsync(IWaker<StudyTour> waker, StudyTour tour, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.OweAsync(_table.Name, tour.PlanId, TourRow(tour.Id), () => waker.WakeAsync(tour, cancellation));

    private async Task<Posting> CommitAsync(
        string planId, string tourId, Submission submission, TourChange change, ETag etag, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        Transaction transaction = new(planId);
        transaction.Replace(Row.Of(planId, TourRow(tourId), change.Outcome.Tour), etag);
        transaction.Add(Heads.Answered(planId, submission, change.Outcome.Tour));
        // The stage that a tour has says what was decided; a member more or less leaves it as it is.
        string stage = change.Outcome.Tour.Stage.ToString();
        transaction.Add(Heads.Audited(
            planId, submission, change.Added is not null ? "tour-member-added" : change.Removed is not null ? "tour-member-removed" : stage, now, tourId));
        if (change.Added is { } added)
        {
            transaction.Add(Row.Of(planId, $"member-{tourId}-{added.Code}", added));
            transaction.Add(Row.Of(planId, $"person-{tourId}-{added.PersonKey}", added.Code));
        }

        if (change.Removed is { } removed)
        {
            transaction.Delete($"member-{tourId}-{removed.Code}");
            transaction.Delete($"person-{tourId}-{removed.PersonKey}");
        }

        // Two decisions may fall on one instant: business time can stand still.
        string place = $"notice-{tourId}-{now.UtcTicks:0000000000000000000}-{Key.Hash(submission.Key)[..8]}";
        int number = 0;
        foreach (Notice notice in change.Outcome.Notices)
            transaction.Add(Row.Of(planId, $"{place}-{number++}", new StoredNotice(notice, now)));
        Posting posting = new(planId, new PostSubject(PostSubjectKind.Tour, tourId), $"tour/{tourId}/{submission.Key}", now, change.Outcome.Notices);
        NoticeOutbox.Stage(transaction, posting);
        await transaction.SubmitAsync(_table, cancellation);
        return posting;
    }

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        Heads.AuditAsync(_table, planId, from, until, cancellation);

    /// <summary>Whether a person of that key is a member already.</summary>
    public async Task<bool> IsMemberAsync(string planId, string tourId, string personKey, CancellationToken cancellation) =>
        await Heads.FindAsync<string>(_table, planId, $"person-{tourId}-{personKey}", cancellation) is not null;

    private async Task<List<T>> ListAsync<T>(string planId, string prefix, CancellationToken cancellation)
    {
        List<T> found = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(planId, prefix), cancellationToken: cancellation))
            found.Add(Row.Read<T>(row));
        return found;
    }

    private static string TourRow(string tourId) => "tour-" + tourId;
}
