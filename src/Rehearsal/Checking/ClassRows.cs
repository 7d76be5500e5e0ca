using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.ClassReports;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.Registrations;
using NtmServerless.Storage.Audit;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>All rows of one class.</summary>
internal sealed record ClassRows(TrainingClass Class, long Version, IReadOnlyList<RawRow> Rows)
{
    public IReadOnlyList<Registration> Registrations { get; } = [.. Read<Registration>(Rows, "reg-").OrderBy(r => r.Sequence)];

    public IReadOnlyList<AttendanceSheet> Sheets { get; } = Read<AttendanceSheet>(Rows, "att-");

    public IReadOnlyList<EvidenceFact> Evidence { get; } = Read<EvidenceFact>(Rows, "evid-");

    public IReadOnlyList<ClassReport> Reports { get; } = Read<ClassReport>(Rows, "report-");

    public IReadOnlyList<StoredNotice> Notices { get; } = Read<StoredNotice>(Rows, "notice-");

    public IReadOnlyList<AuditEntry> Audit { get; } = Read<AuditEntry>(Rows, "audit-");

    public string Name => $"lớp {Class.StreamId}/{Class.Number} ({Class.Id})";

    private static List<T> Read<T>(IEnumerable<RawRow> rows, string prefix) =>
        [.. rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.As<T>())];
}
