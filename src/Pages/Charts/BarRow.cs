namespace NtmServerless.Pages.Charts;

/// <summary>One row of a bar chart: what it is about, and a number for each series.</summary>
/// <param name="Values">Null where there is no number, as where a plan leaves it open.</param>
public sealed record BarRow(string Label, IReadOnlyList<int?> Values);
