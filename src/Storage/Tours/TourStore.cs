using Azure.Data.Tables;

namespace NtmServerless.Storage.Tours;

/// <summary>A change of a tour's records, as a command decides it.</summary>
public sealed record TourChange(TourOutcome Outcome, TourMember? Added = null, TourMember? Removed = null);

/// <summary>Study tours, table Tours, partition = plan: <c>tour-id</c>, <c>member-id-code</c>, <c>person-id-hash</c>, <c>planned-id-of-plan</c>, <c>notice-…</c>, <c>out-…</c>.</summary>
public sealed class TourStore(RecordsStorage storage, PostOffice post, TimeProvider time)
{
    private readonly TableClient _table = storage.Table(StorageNames.Tours);
    private readonly LifecycleStore<StudyTour> _store = new(
        storage.Table(StorageNames.Tours), time,
        new NoticeOutbox(storage.Table(StorageNames.Tours), post, new TourPeople(storage.Table(StorageNames.Tours)).ToldAsync),
        tour => (tour.PlanId, TourRow(tour.Id)));

    public async Task<IReadOnlyList<StudyTour>> OfPlanAsync(PlanId planId, CancellationToken cancellation) =>
        await ListAsync<StudyTour>(planId, "tour-", cancellation);

    /// <exception cref="RecordMissingException">There is no such tour.</exception>
    public async Task<StudyTour> GetAsync(PlanId planId, TourId tourId, CancellationToken cancellation) =>
        (await Heads.FindAsync<StudyTour>(_table, planId, TourRow(tourId), cancellation))?.Value ?? throw new RecordMissingException("tour");

    public async Task<IReadOnlyList<TourMember>> MembersAsync(PlanId planId, TourId tourId, CancellationToken cancellation) =>
        await ListAsync<TourMember>(planId, $"member-{Key.Checked(tourId)}-", cancellation);

    public async Task<TourMember?> FindMemberAsync(PlanId planId, TourId tourId, string code, CancellationToken cancellation) =>
        (await Heads.FindAsync<TourMember>(_table, planId, MemberRow(tourId, code), cancellation))?.Value;

    public async Task<IReadOnlyList<StoredNotice>> NoticesAsync(PlanId planId, TourId tourId, CancellationToken cancellation) =>
        await ListAsync<StoredNotice>(planId, $"notice-{Key.Checked(tourId)}-", cancellation);

    /// <summary>
    /// Makes a tour of the plan; the same submission again gives the same tour. The plan orders each tour once: another one is made only
    /// when the one before was cancelled, and of several who ask at once, one gets it.
    /// </summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.TourPlanned"/>.</exception>
    public Task<StudyTour> FoundAsync(
        PlanId planId, Submission submission, IWaker<StudyTour>? waker, Func<TourId, StudyTour> found, CancellationToken cancellation)
    {
        TourId id = new("t" + Key.Hash($"{planId}|{submission.Key}")[..15]);
        return _store.ChangeAndWakeAsync(planId, id, submission, waker, async change =>
        {
            StudyTour tour = found(id);
            // Read before the others are looked at: whoever is faster changes it.
            string place = $"planned-{Key.Checked(tour.PlannedTourId)}";
            await change.FindAsync<string>(place);
            if ((await OfPlanAsync(planId, cancellation)).Any(t => t.PlannedTourId == tour.PlannedTourId && t.Stage != TourStage.Cancelled))
                throw new RuleBrokenException(Rule.TourPlanned);
            change.Write(place, id);
            change.Write(TourRow(id), tour);
            change.Audit("tour-planned", id);
            return tour;
        }, cancellation);
    }

    /// <summary>Decides on a tour and commits; the same submission again gives the first answer again.</summary>
    public Task<StudyTour> WriteAsync(
        PlanId planId, TourId tourId, Submission submission, IWaker<StudyTour> waker, Func<StudyTour, Task<TourChange>> decide,
        CancellationToken cancellation) =>
        _store.ChangeAndWakeAsync(planId, tourId, submission, waker, async change =>
        {
            StudyTour current = await change.FindAsync<StudyTour>(TourRow(tourId)) ?? throw new RecordMissingException("tour");
            TourChange decided = await decide(current);
            StudyTour next = decided.Outcome.Tour;
            if (next == current && decided.Removed is null) return current;
            change.Write(TourRow(tourId), next);
            // The stage that a tour has says what was decided; a member more or less leaves it as it is.
            change.Audit(decided.Added is not null ? "tour-member-added" : decided.Removed is not null ? "tour-member-removed" : next.Stage.ToString(), tourId);
            if (decided.Added is { } added)
            {
                change.Write(MemberRow(tourId, added.Code), added);
                change.Write(PersonRow(tourId, added.PersonKey), added.Code);
            }

            if (decided.Removed is { } removed)
            {
                change.Delete(MemberRow(tourId, removed.Code));
                change.Delete(PersonRow(tourId, removed.PersonKey));
            }

            change.Tell(new PostSubject(PostSubjectKind.Tour, tourId), "tour", decided.Outcome.Notices);
            return next;
        }, cancellation);

    /// <summary>Removes the members' personal data of a tour that is over; their number stays.</summary>
    public async Task ForgetMembersAsync(PlanId planId, TourId tourId, CancellationToken cancellation)
    {
        foreach (TourMember member in await MembersAsync(planId, tourId, cancellation))
        {
            Transaction transaction = new(planId);
            transaction.Delete(MemberRow(tourId, member.Code));
            transaction.Delete(PersonRow(tourId, member.PersonKey));
            await transaction.SubmitAsync(_table, cancellation);
        }
    }

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => _store.SweepAsync(courier, cancellation);

    /// <summary>Posts, and wakes, what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(IWaker<StudyTour> waker, CancellationToken cancellation) => _store.PublishLateAsync(waker, cancellation);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(PlanId planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _store.AuditAsync(planId, from, until, cancellation);

    /// <summary>Whether a person of that key is a member already.</summary>
    public async Task<bool> IsMemberAsync(PlanId planId, TourId tourId, string personKey, CancellationToken cancellation) =>
        await Heads.FindAsync<string>(_table, planId, PersonRow(tourId, personKey), cancellation) is not null;

    private Task<List<T>> ListAsync<T>(PlanId planId, string prefix, CancellationToken cancellation) =>
        Rows.ListAsync<T>(_table, Key.Range(planId, prefix), cancellation);

    private static string TourRow(TourId tourId) => "tour-" + tourId;

    private static string MemberRow(TourId tourId, string code) => $"member-{tourId}-{code}";

    private static string PersonRow(TourId tourId, string personKey) => $"person-{tourId}-{personKey}";
}
