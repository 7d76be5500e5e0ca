namespace NtmServerless.Functions.Classes;

/// <summary>Collects what a document of a class is made from: of the records only what its kind reads, of people only what it prints.</summary>
public sealed class ClassSources(ClassReader records)
{
    private const int ShownDigits = 3;

    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentNotReady"/>.</exception>
    public async Task<DocumentSource> CollectAsync(
        Plan plan, TrainingClass c, DocumentKind kind, Signer? signer, Invitee? invitee, CancellationToken cancellation)
    {
        if (DocumentReadiness.GapOf(c, kind) is { } gap) throw new RuleBrokenException(Rule.DocumentNotReady, ("missing", gap));
        DocumentSource source = new()
        {
            Kind = kind,
            Plan = PlanExport.Write(plan),
            Class = c,
            Head = Issuers.HeadOf(plan, c.LeadUnitId, signer),
            Invitee = invitee,
        };
        return kind switch
        {
            DocumentKind.Participants => source with { Registrations = [.. (await SeatedAsync(c, cancellation)).Select(r => Printed(r, phone: false))] },
            DocumentKind.SigningSheet => source with { Registrations = [.. (await SeatedAsync(c, cancellation)).Select(r => Printed(r, phone: true))] },
            DocumentKind.ClassReport => await ReportAsync(source, c, cancellation),
            _ => source,
        };
    }

    private async Task<DocumentSource> ReportAsync(DocumentSource source, TrainingClass c, CancellationToken cancellation)
    {
        IReadOnlyList<AttendanceSheet> sheets = await records.SheetsAsync(c.Id, cancellation);
        HashSet<string> marked = [.. sheets.SelectMany(s => s.Marks.Keys)];
        return source with
        {
            Registrations =
            [
                .. (await records.RegistrationsAsync(c.Id, cancellation))
                    .Where(r => r.Status is RegistrationStatus.Confirmed or RegistrationStatus.WalkIn || marked.Contains(r.Code))
                    .Select(r => Printed(r, phone: false)),
            ],
            Sheets = sheets,
            Evidence = [.. (await records.EvidenceAsync(c.Id, cancellation)).OrderBy(e => e.UploadedAt)],
            ClassReport = (await records.ReportsAsync(c.Id, cancellation)).MaxBy(r => r.Revision),
        };
    }

    private async Task<IEnumerable<Registration>> SeatedAsync(TrainingClass c, CancellationToken cancellation) =>
        (await records.RegistrationsAsync(c.Id, cancellation)).Where(r => r.Status == RegistrationStatus.Confirmed);

    private static Registration Printed(Registration r, bool phone) => r with
    {
        Applicant = r.Applicant with { Phone = phone && r.Applicant.Phone is { Length: > ShownDigits } number ? $"…{number[^ShownDigits..]}" : null },
        CancelReason = null,
    };
}
