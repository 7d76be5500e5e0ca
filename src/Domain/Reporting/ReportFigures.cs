using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Time;
using NtmServerless.Domain.Tours;

namespace NtmServerless.Domain.Reporting;

/// <summary>Planned against done of one stream within a span.</summary>
/// <param name="ClassesPlanned">Null where the plan leaves the number open.</param>
public sealed record StreamFigures(
    string StreamId, int? ClassesPlanned, int? SeatsPlanned, int ClassesHeld, int ClassesClosed, int Registered, int Attended, int WalkIns, int Women);

/// <summary>Everything a periodic report counts within a span of dates. Money in đồng.</summary>
public sealed record ReportFigures(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<StreamFigures> Streams,
    IReadOnlyDictionary<string, int> AttendedByUnit,
    IReadOnlyDictionary<string, int> AttendedByAudience,
    IReadOnlyDictionary<string, int> AttendedByEthnicGroup,
    IReadOnlyDictionary<string, int> CommunicationByChannel,
    IReadOnlyDictionary<string, int> CommunicationByUnit,
    int ToursHeld,
    int TourMembers,
    IReadOnlyDictionary<string, long> Spent,
    int ClassesCancelled,
    int ReportsMissing)
{
    public int ClassesHeld => Streams.Sum(s => s.ClassesHeld);

    public int Attended => Streams.Sum(s => s.Attended);

    /// <summary>
    /// Adds up summary rows. A class is held in the span of its last session; its people and money count in the span in which
    /// its report was approved, so that the twelve months add up to the year whenever a report comes late, and a report made
    /// again gives the same figures. A tour counts when it is closed, a cancelled class when it was called off.
    /// </summary>
    public static ReportFigures Of(
        Plan plan, DateOnly from, DateOnly to,
        IReadOnlyCollection<TrainingClass> classes, IEnumerable<CommunicationDay> days, IEnumerable<StudyTour> tours)
    {
        TrainingClass[] held = [.. classes.Where(c => IsHeld(c) && Within(c.LastDay))];
        TrainingClass[] closed = [.. classes.Where(c => c is { Figures: not null, Report.ApprovedAt: not null } && WithinMoment(c.Report.ApprovedAt))];
        CommunicationCount[] counts = [.. days.Where(d => Within(d.Date)).SelectMany(d => d.Counts)];
        StudyTour[] travelled = [.. tours.Where(t => WithinMoment(t.ClosedAt))];
        return new ReportFigures(
            from, to,
            [.. plan.Streams.Select(s => Stream(s, held, closed))],
            Sum(closed.SelectMany(c => c.Figures!.ByUnit)),
            Sum(closed.SelectMany(c => c.Figures!.ByAudience)),
            Sum(closed.SelectMany(c => c.Figures!.ByEthnicGroup)),
            Sum(counts.Select(c => KeyValuePair.Create(c.Channel.ToString(), c.Count))),
            Sum(counts.Select(c => KeyValuePair.Create(c.UnitId, c.Count))),
            travelled.Length,
            travelled.Sum(t => t.Travelled),
            Spending(closed, travelled),
            classes.Count(c => WithinMoment(c.CancelledAt)),
            held.Count(c => c.Report.ApprovedAt is not { } approved || VietnamTime.DateOf(approved) > to));

        bool Within(DateOnly date) => from <= date && date <= to;

        bool WithinMoment(DateTimeOffset? moment) => moment is { } m && Within(VietnamTime.DateOf(m));
    }

    internal static bool IsHeld(TrainingClass c) => c.Stage is ClassStage.Reporting or ClassStage.Closed;

    private static StreamFigures Stream(TrainingStream stream, TrainingClass[] held, TrainingClass[] closed)
    {
        TrainingClass[] ofStream = [.. closed.Where(c => c.StreamId == stream.Id)];
        return new StreamFigures(
            stream.Id,
            stream.ClassCount,
            stream.ClassCount * stream.SeatsPerClass,
            held.Count(c => c.StreamId == stream.Id),
            ofStream.Length,
            ofStream.Sum(c => c.Figures!.Registered),
            ofStream.Sum(c => c.Figures!.Attended),
            ofStream.Sum(c => c.Figures!.WalkIns),
            ofStream.Sum(c => c.Figures!.Women));
    }

    private static SortedDictionary<string, int> Sum(IEnumerable<KeyValuePair<string, int>> parts)
    {
        SortedDictionary<string, int> sums = new(StringComparer.Ordinal);
        foreach ((string key, int value) in parts) sums[key] = sums.GetValueOrDefault(key) + value;
        return sums;
    }

    private static SortedDictionary<string, long> Spending(TrainingClass[] closed, StudyTour[] travelled)
    {
        SortedDictionary<string, long> sums = new(StringComparer.Ordinal);
        foreach ((string key, long value) in closed.SelectMany(c => c.Figures!.Spent))
            sums[key] = sums.GetValueOrDefault(key) + value;
        foreach (Reports.Spending spent in travelled.SelectMany(t => t.Report?.Spent ?? []))
            sums[spent.SourceId] = sums.GetValueOrDefault(spent.SourceId) + spent.Amount;
        return sums;
    }
}
