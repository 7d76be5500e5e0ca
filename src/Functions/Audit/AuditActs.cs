namespace NtmServerless.Functions.Audit;

/// <summary>Reads who changed or looked at what. Changes stand with their records, looks in a trail of their own: both are one list here.</summary>
public sealed class AuditActs(
    AuditTrail trail, CommunicationStore communication, TourStore tours, DocumentStore documents, PeriodicReportStore reports, DeclarationStore declarations,
    ClassReader classes)
{
    /// <summary>Everything of a month of local time, the latest first.</summary>
    /// <param name="classId">The changes of this class too; null: of no class, because each class keeps its own.</param>
    public async Task<IReadOnlyList<AuditLine>> OfMonthAsync(Plan plan, DateOnly month, ClassId? classId, CancellationToken cancellation)
    {
        DateTimeOffset from = VietnamTime.StartOf(month);
        DateTimeOffset until = VietnamTime.StartOf(month.AddMonths(1));
        List<AuditLine> lines = [];
        // A month of local time begins within the month before of UTC.
        foreach (DateTimeOffset part in (DateTimeOffset[])[from, until.AddTicks(-1)])
            lines.AddRange(Lines(await trail.OfMonthAsync(part.Year, part.Month, cancellation), AuditPlace.Trail));
        lines.AddRange(Lines(await communication.AuditAsync(plan.Id, from, until, cancellation), AuditPlace.Communication));
        // A month of local time may begin in the year before of UTC; documents stand under their own date.
        foreach (int year in (int[])[month.Year - 1, month.Year])
            lines.AddRange(Lines(await documents.AuditAsync(year, from, until, cancellation), AuditPlace.Documents));
        lines.AddRange(Lines(await tours.AuditAsync(plan.Id, from, until, cancellation), AuditPlace.Tours));
        lines.AddRange(Lines(await reports.AuditAsync(plan.Id, from, until, cancellation), AuditPlace.Trail));
        lines.AddRange(Lines(await declarations.AuditAsync(plan.Id, from, until, cancellation), AuditPlace.Trail));
        if (classId is { } id) lines.AddRange(Lines(await classes.AuditAsync(id, cancellation), AuditPlace.Class, id));
        return [.. lines.Where(l => l.At >= from && l.At < until).OrderByDescending(l => l.At)];
    }

    private static IEnumerable<AuditLine> Lines(IReadOnlyList<AuditEntry> entries, AuditPlace place, string? target = null) =>
        entries.Select(e => new AuditLine(e.At, e.By, e.What, e.Count, e.Target ?? target, place));
}
