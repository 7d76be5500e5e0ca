using Azure.Data.Tables;

namespace NtmServerless.Storage.Declarations;

/// <summary>
/// Classes that units declare: table Declarations, partition = plan: <c>class-id</c>; beside it, in one transaction with it,
/// <c>notice-id-…</c>, <c>out-…</c>, <c>key-…</c> and <c>audit-…</c>.
/// </summary>
public sealed class DeclarationStore
{
    /// <summary>Classes in one list: what one transaction holds with what goes beside them.</summary>
    public const int MostAtOnce = 60;

    private const string Classes = "class-";

    // One row that everything moves that was decided by looking at all declared classes, so that two who declare the same class at once
    // are not both told that it is the only one.
    private const string Moves = "moves";

    private readonly TableClient _table;
    private readonly NoticeOutbox _outbox;
    private readonly RecordStore _store;

    public DeclarationStore(RecordsStorage storage, PostOffice post, TimeProvider time)
    {
        _table = storage.Table(StorageNames.Declarations);
        _outbox = new NoticeOutbox(_table, post);
        _store = new RecordStore(_table, time, _outbox);
    }

    /// <summary>All of a plan, in no order that means anything.</summary>
    public async Task<IReadOnlyList<DeclaredClass>> OfPlanAsync(PlanId planId, CancellationToken cancellation) =>
        await Rows.ListAsync<DeclaredClass>(_table, Key.Range(planId, Classes), cancellation);

    /// <exception cref="RecordMissingException">There is no such class.</exception>
    public async Task<DeclaredClass> GetAsync(PlanId planId, DeclarationId id, CancellationToken cancellation) =>
        (await Heads.FindAsync<DeclaredClass>(_table, planId, RowOf(id), cancellation))?.Value ?? throw new RecordMissingException("declaration");

    /// <summary>Keeps new classes, all or none; the same submission again gives the same ids and keeps nothing.</summary>
    /// <param name="decide">Gives the classes under ids made of the submission and their number in the list; may be asked again.</param>
    public Task<DeclaredIds> DeclareAsync(
        PlanId planId, Submission submission, ICourier courier, Func<Func<int, DeclarationId>, Task<IReadOnlyList<DeclarationOutcome>>> decide,
        CancellationToken cancellation) =>
        _store.ChangeAsync(planId, planId, submission, async change =>
        {
            DeclaredMoves? before = await change.FindAsync<DeclaredMoves>(Moves);
            IReadOnlyList<DeclarationOutcome> made = await decide(number => IdOf(planId, submission, number));
            change.Write(Moves, DeclaredMoves.After(before));
            foreach (DeclaredClass d in made.Select(m => m.Class)) change.Write(RowOf(d.Id), d);
            DeclarationId first = made[0].Class.Id;
            change.Audit("declaration-sent", first);
            // One list, one notice: it leads to all that wait.
            change.Tell(new PostSubject(PostSubjectKind.Declaration, first), "declaration", [.. made.SelectMany(m => m.Notices).Take(1)]);
            return new DeclaredIds([.. made.Select(m => m.Class.Id)]);
        }, cancellation, courier);

    /// <summary>Whether a submission declared something before.</summary>
    public async Task<bool> WasDeclaredAsync(PlanId planId, Submission submission, CancellationToken cancellation) =>
        await Heads.FindAsync<DeclaredClass>(_table, planId, RowOf(IdOf(planId, submission, 0)), cancellation) is not null;

    /// <summary>Decides on a class and commits; the same submission again gives the first answer again. What changes nothing writes nothing.</summary>
    /// <param name="what">Code of the audit trail.</param>
    /// <param name="decide">May be asked again when somebody else was faster.</param>
    /// <param name="readsAll">What is decided depends on the plan's other declared classes.</param>
    public Task<DeclaredClass> WriteAsync(
        PlanId planId, DeclarationId id, Submission submission, string what, ICourier courier, Func<DeclaredClass, Task<DeclarationOutcome>> decide,
        CancellationToken cancellation, bool readsAll = false) =>
        _store.ChangeAsync(planId, id, submission, async change =>
        {
            DeclaredMoves? before = readsAll ? await change.FindAsync<DeclaredMoves>(Moves) : null;
            DeclaredClass current = await change.FindAsync<DeclaredClass>(RowOf(id)) ?? throw new RecordMissingException("declaration");
            DeclarationOutcome decided = await decide(current);
            if (ReferenceEquals(decided.Class, current)) return current;
            change.Write(RowOf(id), decided.Class);
            if (readsAll) change.Write(Moves, DeclaredMoves.After(before));
            change.Audit(what, id);
            change.Tell(new PostSubject(PostSubjectKind.Declaration, id), "declaration", decided.Notices);
            return decided.Class;
        }, cancellation, courier);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(PlanId planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _store.AuditAsync(planId, from, until, cancellation);

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => _store.SweepAsync(courier, cancellation);

    /// <summary>Posts what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(ICourier courier, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(_table.Name, (planId, _) => _outbox.SweepAsync(planId, courier, cancellation));

    private static DeclarationId IdOf(PlanId planId, Submission submission, int number) =>
        new("d" + Key.Hash($"{planId}|{submission.Key}|{number}")[..15]);

    private static string RowOf(DeclarationId id) => Classes + Key.Checked(id);
}

/// <summary>How many times a plan's declared classes were decided on together.</summary>
internal sealed record DeclaredMoves(int Count)
{
    public static DeclaredMoves After(DeclaredMoves? before) => new((before?.Count ?? 0) + 1);
}

/// <summary>What was declared with one submission.</summary>
public sealed record DeclaredIds(IReadOnlyList<DeclarationId> Ids);
