namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What a supplement puts right in one of the chains that it belongs to; the year's stands in the report itself.</summary>
public sealed record ChainCorrections(PeriodKind Kind, ReportCorrections Corrections);
