namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// Money of one budget year, 1 January to 31 December, which is settled until 31 January after it (Luật Ngân sách nhà nước 2015,
/// articles 14 and 64). In đồng, by funding source id.
/// </summary>
/// <param name="InTime">Approved by the day on which settlement ends.</param>
/// <param name="Late">Approved after it: it stands apart.</param>
public sealed record BudgetYearFigures(int Year, IReadOnlyDictionary<string, long> InTime, IReadOnlyDictionary<string, long> Late);
