using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Reads the records of a class.</summary>
public sealed class ClassReader(RecordsStorage storage, ClassStore ledger)
{
    private readonly TableClient _table = storage.Table(StorageNames.Classes);

    /// <exception cref="RecordMissingException">There is no such class.</exception>
    public async Task<TrainingClass> GetAsync(string classId, CancellationToken cancellation) =>
        (await ledger.ReadHeadAsync(classId, cancellation))?.Class ?? throw new RecordMissingException("class");


    public async Task<Registration?> FindRegistrationAsync(string classId, string code, CancellationToken cancellation)
    {
        if (!Key.IsValid(classId)) return null;
        Azure.NullableResponse<TableEntity> row =
            await _table.GetEntityIfExistsAsync<TableEntity>(classId, ClassKeys.Registration(code), cancellationToken: cancellation);
        return row.HasValue ? Row.Read<Registration>(row.Value!) : null;
    }

    /// <summary>All registrations, in order of acceptance.</summary>
    public async Task<IReadOnlyList<Registration>> RegistrationsAsync(string classId, CancellationToken cancellation) =>
        [.. (await ListAsync<Registration>(classId, ClassKeys.Registrations, cancellation)).OrderBy(r => r.Sequence)];

    public Task<IReadOnlyList<AttendanceSheet>> SheetsAsync(string classId, CancellationToken cancellation) =>
        ListAsync<AttendanceSheet>(classId, ClassKeys.Attendance, cancellation);

    public Task<IReadOnlyList<EvidenceFact>> EvidenceAsync(string classId, CancellationToken cancellation) =>
        ListAsync<EvidenceFact>(classId, ClassKeys.Evidence, cancellation);

    public Task<IReadOnlyList<SheetReading>> ReadingsAsync(string classId, CancellationToken cancellation) =>
        ListAsync<SheetReading>(classId, ClassKeys.SheetReadings, cancellation);

    public Task<IReadOnlyList<ClassReport>> ReportsAsync(string classId, CancellationToken cancellation) =>
        ListAsync<ClassReport>(classId, ClassKeys.Reports, cancellation);

    public Task<IReadOnlyList<StoredNotice>> NoticesAsync(string classId, CancellationToken cancellation) =>
        ListAsync<StoredNotice>(classId, ClassKeys.Notices, cancellation);

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string classId, CancellationToken cancellation) =>
        ListAsync<AuditEntry>(classId, ClassKeys.AuditEntries, cancellation);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string classId, string prefix, CancellationToken cancellation)
    {
        List<T> records = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(classId, prefix), cancellationToken: cancellation))
            records.Add(Row.Read<T>(row));
        return records;
    }
}
