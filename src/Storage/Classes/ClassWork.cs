using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// The records of a class while a command works on them: reads go to the table, writes are collected and committed
/// together with the head under its ETag. Reads are consistent because any later change would have moved the head.
/// </summary>
public sealed class ClassWork
{
    private readonly TableClient _table;
    private readonly List<(string Row, Action<Transaction> Write)> _writes = [];
    private readonly List<Notice> _notices = [];

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

    public Task<Registration?> FindRegistrationAsync(string code, CancellationToken cancellation) =>
        FindAsync<Registration>(ClassKeys.Registration(code), cancellation);

    /// <summary>Whether the person has an active registration in this class.</summary>
    public async Task<bool> IsRegisteredAsync(string personKey, CancellationToken cancellation) =>
        await FindAsync<string>(ClassKeys.Person(personKey), cancellation) is not null;

    /// <summary>All registrations, in order of acceptance.</summary>
    public async Task<IReadOnlyList<Registration>> RegistrationsAsync(CancellationToken cancellation) =>
        [.. (await ListAsync<Registration>(ClassKeys.Registrations, cancellation).ToListAsync(cancellation)).OrderBy(r => r.Sequence)];

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
        if (r.IsActive) Insert(PersonRow(r), r.Code);
    }

    /// <summary>A registration that changed; a cancelled one frees its person.</summary>
    public void Change(Registration r)
    {
        Put(ClassKeys.Registration(r.Code), r);
        if (r.Status == RegistrationStatus.Cancelled) _writes.Add((PersonRow(r), t => t.Delete(PersonRow(r))));
    }

    public void Put(AttendanceSheet sheet) => Put(ClassKeys.Session(sheet.Session), sheet);

    public void Put(EvidenceFact fact) => Put(ClassKeys.File(fact.Kind, fact.Sha256), fact);

    /// <summary>Takes away what is known of a file.</summary>
    public void Remove(EvidenceFact fact)
    {
        string row = ClassKeys.File(fact.Kind, fact.Sha256);
        _writes.Add((row, t => t.Delete(row)));
    }

    public void Put(SheetReading reading) => Put(ClassKeys.SheetReading(reading.Session), reading);

    public void Put(TellingSheet sheet) => Put(ClassKeys.Telling(sheet.NoticeId), sheet);

    public void Put(ClassReport report) => Put(ClassKeys.Report(report.Revision), report);

    /// <summary>Personal data is gone from this registration; its person's row goes too.</summary>
    public void Anonymise(Registration emptied, string personKey)
    {
        Put(ClassKeys.Registration(emptied.Code), emptied);
        string row = emptied.Namesake ? ClassKeys.Namesake(personKey, emptied.Code) : ClassKeys.Person(personKey);
        if (emptied.IsActive) _writes.Add((row, t => t.Delete(row)));
    }

    private static string PersonRow(Registration r) => r.Namesake
        ? ClassKeys.Namesake(r.Applicant.PersonKey, r.Code)
        : ClassKeys.Person(r.Applicant.PersonKey);

    // Rows are made at once: a record that does not fit is refused before anything of it is in the shared transaction.
    private void Insert<T>(string row, T value)
    {
        TableEntity entity = Row.Of(Class.Id, row, value);
        _writes.Add((row, t => t.Add(entity)));
    }

    private void Put<T>(string row, T value)
    {
        TableEntity entity = Row.Of(Class.Id, row, value);
        _writes.Add((row, t => t.Upsert(entity)));
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
