namespace NtmServerless.Pages.PeriodicReports;

/// <summary>The rows behind one figure of a report.</summary>
/// <param name="What">What the figure is about, in words; null: everything that the report counts.</param>
public sealed record ReportDetailView(Plan Plan, PeriodicReport Report, string? What, IReadOnlyList<DetailTable> Tables);

/// <summary>Rows of one kind, and what their numbers add up to.</summary>
/// <param name="Sums">One a column; null under words and dates.</param>
public sealed record DetailTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<DetailCell>> Rows, IReadOnlyList<long?> Sums);

/// <summary>A word or a number; null: nothing is known.</summary>
public sealed record DetailCell(string? Word, long? Number);
