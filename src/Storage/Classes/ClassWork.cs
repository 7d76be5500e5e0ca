using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// The records of a class while a command works on them: reads go to the table, writes are collected and committed
/// together with the head under its ETag. Reads are consistent because any later change would have moved the head.
/// </summary>
public sealed class ClassWork
{
    // With a namesake's registration beside each, and what a commit adds, within a transaction's 100 rows.
    private const int KeyedAtOnce = 45;

    private readonly TableClient _table;
    private readonly List<(string Row, Action<Transaction> Write)> _writes = [];
    private readonly List<Notice> _notices = [];
    private readonly Dictionary<string, Registration> _registrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _held = new(StringComparer.Ordinal);

    internal ClassWork(TableClient table, TrainingClass current, bool careful)
    {
        _table = table;
        Class = current;
        Before = current;
        Careful = careful;
    }

    /// <summary>The class as this command leaves it.</summary>
    public TrainingClass Class { get; private set; }

    internal TrainingClass Before { get; }

    /// <summary>
    /// An insert of this command met a row that was there already: it must look before it decides. The first time it need
    /// not, which saves two requests for each registration.
    /// </summary>
    public bool Careful { get; }

    internal IReadOnlyList<(string Row, Action<Transaction> Write)> Writes => _writes;

    internal IReadOnlyList<Notice> Notices => _notices;

    public void Set(ClassOutcome outcome)
    {
        Class = outcome.Class;
        _notices.AddRange(outcome.Notices);
    }

    public void Set(TrainingClass changed) => Class = changed;

    public void Tell(IEnumerable<Notice> notices) => _notices.AddRange(notices);

    public async Task<Registration?> FindRegistrationAsync(string code, CancellationToken cancellation) =>
        _registrations.TryGetValue(code, out Registration? changed) ? changed : await FindAsync<Registration>(ClassKeys.Registration(code), cancellation);

    /// <summary>Whether the person has an active registration in this class, as this command leaves it.</summary>
    public async Task<bool> IsRegisteredAsync(string personKey, CancellationToken cancellation)
    {
        string row = ClassKeys.Person(personKey);
        return _held.TryGetValue(row, out bool held) ? held : await FindAsync<string>(row, cancellation) is not null;
    }

    /// <summary>All registrations as this command leaves them, in order of acceptance.</summary>
    public async Task<IReadOnlyList<Registration>> RegistrationsAsync(CancellationToken cancellation)
    {
        Dictionary<string, Registration> all =
            await ListAsync<Registration>(ClassKeys.Registrations, cancellation).ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, cancellation);
        foreach ((string code, Registration r) in _registrations) all[code] = r;
        return [.. all.Values.OrderBy(r => r.Sequence)];
    }

    public async Task<IReadOnlyList<AttendanceSheet>> SheetsAsync(CancellationToken cancellation) =>
        await ListAsync<AttendanceSheet>(ClassKeys.Attendance, cancellation).ToListAsync(cancellation);

    public async Task<AttendanceSheet> SheetAsync(int session, CancellationToken cancellation) =>
        await FindAsync<AttendanceSheet>(ClassKeys.Session(session), cancellation)
        ?? new AttendanceSheet(session, new Dictionary<string, Mark>());

    /// <summary>Every notice of the class, oldest first; those that this command tells are not among them yet.</summary>
    public Task<IReadOnlyList<KeptNotice>> NoticesAsync(CancellationToken cancellation) => KeptNotices.OfAsync(_table, Class.Id, cancellation);

    public async Task<IReadOnlyList<TellingSheet>> TellingsAsync(CancellationToken cancellation) =>
        await ListAsync<TellingSheet>(ClassKeys.Tellings, cancellation).ToListAsync(cancellation);

    public Task<EvidenceFact?> FindEvidenceAsync(EvidenceKind kind, string sha256, CancellationToken cancellation) =>
        FindAsync<EvidenceFact>(ClassKeys.File(kind, sha256), cancellation);

    public Task<SheetReading?> FindReadingAsync(int session, CancellationToken cancellation) =>
        FindAsync<SheetReading>(ClassKeys.SheetReading(session), cancellation);

    public async Task<IReadOnlyList<SheetReading>> ReadingsAsync(CancellationToken cancellation) =>
        await ListAsync<SheetReading>(ClassKeys.SheetReadings, cancellation).ToListAsync(cancellation);

    public Task<ClassReport?> FindReportAsync(int revision, CancellationToken cancellation) =>
        FindAsync<ClassReport>(ClassKeys.Report(revision), cancellation);

    /// <summary>A new registration; its person's row makes a second active one impossible.</summary>
    public void Add(Registration r)
    {
        Insert(ClassKeys.Registration(r.Code), r);
        _registrations[r.Code] = r;
        if (r.IsActive) Hold(r);
    }

    /// <summary>A registration that changed, and is the same person's as before.</summary>
    public void Change(Registration r)
    {
        Put(ClassKeys.Registration(r.Code), r);
        _registrations[r.Code] = r;
    }

    /// <summary>A registration that is cancelled: it frees its person.</summary>
    public async Task LeaveAsync(Registration cancelled, CancellationToken cancellation)
    {
        Change(cancelled);
        await FreeAsync(cancelled, cancellation);
    }

    /// <summary>The person of a registration is written otherwise, and may be another one by the rules.</summary>
    public async Task CorrectAsync(Registration before, Registration corrected, CancellationToken cancellation)
    {
        Change(corrected);
        if (!before.IsActive || PersonRow(before) == PersonRow(corrected)) return;
        await FreeAsync(before, cancellation);
        Hold(corrected);
    }

    /// <summary>A registration that was cancelled and counts again.</summary>
    public void BringBack(Registration r)
    {
        Change(r);
        Hold(r);
    }

    /// <summary>
    /// Brings the rows that hold persons to the active registrations and today's <see cref="PersonKey.Rule"/>, a part at a time,
    /// as a transaction has room; safe to repeat. Gives whether all is done.
    /// </summary>
    public async Task<bool> KeyAnewAsync(CancellationToken cancellation)
    {
        IReadOnlyList<Registration> registrations = await RegistrationsAsync(cancellation);
        IReadOnlyList<Registration> marked = Namesakes.Settle(registrations);
        Dictionary<string, string> wanted = registrations.Where(r => r.IsActive).ExceptBy(marked.Select(r => r.Code), r => r.Code).Concat(marked)
            .ToDictionary(PersonRow, r => r.Code, StringComparer.Ordinal);
        HashSet<string> kept = await _table
            .QueryAsync<TableEntity>(Key.Range(Class.Id, ClassKeys.Persons), select: ["RowKey"], cancellationToken: cancellation)
            .Select(row => row.RowKey).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        (string Row, string? Code)[] changes =
        [
            .. kept.Where(row => !wanted.ContainsKey(row)).Select(row => (row, (string?)null)),
            .. wanted.Where(w => !kept.Contains(w.Key)).Select(w => (w.Key, (string?)w.Value)),
        ];
        foreach (Registration r in marked.Take(KeyedAtOnce)) Change(r);
        foreach ((string row, string? code) in changes.Take(KeyedAtOnce))
        {
            if (code is null) Free(row);
            else Hold(row, code);
        }

        bool done = marked.Count <= KeyedAtOnce && changes.Length <= KeyedAtOnce;
        if (done) Set(Class with { PersonKeys = PersonKey.Rule });
        return done;
    }

    public void Put(AttendanceSheet sheet) => Put(ClassKeys.Session(sheet.Session), sheet);

    public void Put(EvidenceFact fact) => Put(ClassKeys.File(fact.Kind, fact.Sha256), fact);

    /// <summary>Takes away what is known of a file.</summary>
    public void Remove(EvidenceFact fact)
    {
        Delete(ClassKeys.File(fact.Kind, fact.Sha256));
    }

    public void Put(SheetReading reading) => Put(ClassKeys.SheetReading(reading.Session), reading);

    public void Put(TellingSheet sheet) => Put(ClassKeys.Telling(sheet.NoticeId), sheet);

    public void Put(ClassReport report) => Put(ClassKeys.Report(report.Revision), report);

    /// <summary>Personal data is gone from this registration; its person's row goes too.</summary>
    public void Anonymise(Registration emptied, Registration before)
    {
        Change(emptied);
        if (before.IsActive) Free(PersonRow(before));
    }

    // Somebody of the same name who stands beside is the first now: a newcomer is asked about them.
    private async Task FreeAsync(Registration before, CancellationToken cancellation)
    {
        Free(PersonRow(before));
        if (before.Namesake) return;
        string key = before.Applicant.PersonKey;
        await foreach (string code in ListAsync<string>(ClassKeys.Namesake(key, ""), cancellation))
        {
            if (await FindRegistrationAsync(code, cancellation) is not { } beside) continue;
            Free(PersonRow(beside));
            Registration first = beside with { Namesake = false };
            Change(first);
            Hold(first);
            return;
        }
    }

    private void Hold(Registration r) => Hold(PersonRow(r), r.Code);

    private void Hold(string personRow, string code)
    {
        // What this command freed itself is there still.
        if (_held.ContainsKey(personRow)) Put(personRow, code);
        else Insert(personRow, code);
        _held[personRow] = true;
    }

    private void Free(string personRow)
    {
        Delete(personRow);
        _held[personRow] = false;
    }

    private static string PersonRow(Registration r) => r.Namesake
        ? ClassKeys.Namesake(r.Applicant.PersonKey, r.Code)
        : ClassKeys.Person(r.Applicant.PersonKey);

    // Rows are made at once: a record that does not fit is refused before anything of it is in the shared transaction.
    private void Insert<T>(string row, T value)
    {
        TableEntity entity = Row.Of(Class.Id, row, value);
        Write(row, t => t.Add(entity));
    }

    private void Put<T>(string row, T value)
    {
        TableEntity entity = Row.Of(Class.Id, row, value);
        Write(row, t => t.Upsert(entity));
    }

    private void Delete(string row) => Write(row, t => t.Delete(row));

    // A transaction takes a row once: the last word of the command counts.
    private void Write(string row, Action<Transaction> write)
    {
        _writes.RemoveAll(w => w.Row == row);
        _writes.Add((row, write));
    }

    internal async Task<T?> FindAsync<T>(string row, CancellationToken cancellation)
        where T : class
    {
        Azure.NullableResponse<TableEntity> found = await _table.GetEntityIfExistsAsync<TableEntity>(Class.Id, row, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } kept } ? Row.Read<T>(kept, _table.Name) : null;
    }

    private async IAsyncEnumerable<T> ListAsync<T>(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(Class.Id, prefix), cancellationToken: cancellation))
            yield return Row.Read<T>(row, _table.Name);
    }
}
