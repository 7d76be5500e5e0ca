using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Reads the records of a class.</summary>
public sealed class ClassReader(RecordsStorage storage, ClassStore ledger)
{
    private readonly TableClient _table = storage.Table(StorageNames.Classes);

    /// <exception cref="RecordMissingException">There is no such class.</exception>
    public async Task<TrainingClass> GetAsync(ClassId classId, CancellationToken cancellation) =>
        (await ledger.ReadHeadAsync(classId, cancellation))?.Class ?? throw new RecordMissingException("class");


    public async Task<Registration?> FindRegistrationAsync(ClassId classId, string code, CancellationToken cancellation)
    {
        if (!Key.IsValid(classId)) return null;
        Azure.NullableResponse<TableEntity> row =
            await _table.GetEntityIfExistsAsync<TableEntity>(classId, ClassKeys.Registration(code), cancellationToken: cancellation);
        return row is { HasValue: true, Value: { } kept } ? Row.Read<Registration>(kept, _table.Name) : null;
    }

    /// <summary>All registrations, in order of acceptance.</summary>
    public async Task<IReadOnlyList<Registration>> RegistrationsAsync(ClassId classId, CancellationToken cancellation) =>
        [.. (await ListAsync<Registration>(classId, ClassKeys.Registrations, cancellation)).OrderBy(r => r.Sequence)];

    public Task<IReadOnlyList<AttendanceSheet>> SheetsAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<AttendanceSheet>(classId, ClassKeys.Attendance, cancellation);

    public Task<IReadOnlyList<EvidenceFact>> EvidenceAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<EvidenceFact>(classId, ClassKeys.Evidence, cancellation);

    public Task<IReadOnlyList<SheetReading>> ReadingsAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<SheetReading>(classId, ClassKeys.SheetReadings, cancellation);

    public Task<IReadOnlyList<ClassReport>> ReportsAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<ClassReport>(classId, ClassKeys.Reports, cancellation);

    public Task<IReadOnlyList<StoredNotice>> NoticesAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<StoredNotice>(classId, ClassKeys.Notices, cancellation);

    /// <summary>The same with their ids, oldest first.</summary>
    public Task<IReadOnlyList<KeptNotice>> KeptNoticesAsync(ClassId classId, CancellationToken cancellation) =>
        KeptNotices.OfAsync(_table, classId, cancellation);

    public Task<IReadOnlyList<TellingSheet>> TellingsAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<TellingSheet>(classId, ClassKeys.Tellings, cancellation);

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(ClassId classId, CancellationToken cancellation) =>
        ListAsync<AuditEntry>(classId, ClassKeys.AuditEntries, cancellation);

    private async Task<IReadOnlyList<T>> ListAsync<T>(ClassId classId, string prefix, CancellationToken cancellation) =>
        await Rows.ListAsync<T>(_table, Key.Range(classId, prefix), cancellation);
}
