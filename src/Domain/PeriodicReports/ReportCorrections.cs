namespace NtmServerless.Domain.PeriodicReports;

/// <summary>One number of closed periods that the records say otherwise by now.</summary>
public sealed record Correction(FigurePart Part, string Key, long Published, long Now)
{
    public long Difference => Now - Published;
}

/// <summary>
/// What changed behind the back of closed periods: what the other reports of the chain published of them, and what the records say
/// now. Closed figures stay; the difference is published once, in the next report of the chain (<see cref="ReportChain"/>).
/// </summary>
/// <param name="AgainstReportId">The report before; null: there is none.</param>
/// <param name="AgainstCompilation"><see cref="ReportChain.Stamp"/> when it was counted; another by now: these corrections are out of date.</param>
public sealed record ReportCorrections(string? AgainstReportId, int AgainstCompilation, IReadOnlyList<Correction> Lines)
{
    public static readonly ReportCorrections None = new(null, 0, []);
}
