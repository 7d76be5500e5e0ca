namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Sums by budget year. Money belongs to the year of the last day of what it was spent for.</summary>
internal sealed class BudgetSums
{
    private readonly SortedDictionary<int, (SortedDictionary<string, long> InTime, SortedDictionary<string, long> Late)> _years = [];

    public void Add(string source, long amount, DateOnly lastDay, DateOnly approved)
    {
        if (!_years.TryGetValue(lastDay.Year, out (SortedDictionary<string, long> InTime, SortedDictionary<string, long> Late) year))
            _years[lastDay.Year] = year = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        SortedDictionary<string, long> sums = approved <= SettledUntil(lastDay.Year) ? year.InTime : year.Late;
        sums[source] = sums.GetValueOrDefault(source) + amount;
    }

    public IReadOnlyList<BudgetYearFigures> ToFigures() => [.. _years.Select(y => new BudgetYearFigures(y.Key, y.Value.InTime, y.Value.Late))];

    private static DateOnly SettledUntil(int year) => new(year + 1, 1, 31);
}
