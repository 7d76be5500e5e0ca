namespace NtmServerless.Domain.Progress;

/// <summary>Communication work of one month as the reports cut it, by channel; channels without any are left out.</summary>
public sealed record MonthProgress(ReportingPeriod Period, IReadOnlyDictionary<CommunicationChannel, int> ByChannel)
{
    public int CountOf(CommunicationChannel channel) => ByChannel.TryGetValue(channel, out int count) ? count : 0;

    internal static IReadOnlyList<MonthProgress> Of(Plan plan, IReadOnlyCollection<CommunicationDay> days)
    {
        ReportingPeriods periods = ReportingPeriods.Of(plan);
        MonthProgress rest = Of(periods.RestOf(plan.Year), days);
        IEnumerable<MonthProgress> months = Enumerable.Range(1, 12).Select(m => Of(periods.Month(plan.Year, m), days));
        return [.. rest.ByChannel.Count > 0 ? months.Append(rest) : months];
    }

    private static MonthProgress Of(ReportingPeriod period, IEnumerable<CommunicationDay> days) => new(period, days
        .Where(d => period.Contains(d.Date)).SelectMany(d => d.Counts)
        .GroupBy(c => c.Channel).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)));
}
