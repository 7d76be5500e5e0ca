namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// Adds up summary rows one after the other, in whatever order they come, and keeps none of them: a report on ten thousand
/// classes needs no more memory than one on ten. A class that somebody came to is held in the span of its last session; its people and money count in
/// the span in which its report was approved, so that the twelve months add up to the year whenever a report comes late, and a
/// report made again gives the same figures. A tour counts when it is closed, a cancelled class when it was called off.
/// </summary>
public sealed class FigureSums
{
    private readonly Plan _plan;
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly Dictionary<string, StreamFigures> _streams;
    private readonly HashSet<string> _ordered;
    private readonly CommuneSums _communes = new();
    private readonly QuarterSums _quarters;
    private readonly SortedDictionary<string, int> _byUnit = Counts(), _byAudience = Counts(), _byEthnicGroup = Counts(), _byChannel = Counts(), _communicating = Counts();
    private readonly SortedDictionary<string, long> _spent = new(StringComparer.Ordinal);
    private int _tours, _travelled, _cancelled, _missing;

    public FigureSums(Plan plan, DateOnly from, DateOnly to)
    {
        (_plan, _from, _to) = (plan, from, to);
        _streams = plan.Streams.ToDictionary(
            s => s.Id, s => new StreamFigures(s.Id, s.ClassCount, s.ClassCount * s.SeatsPerClass, 0, 0, 0, 0, 0, 0), StringComparer.Ordinal);
        _ordered = [.. _streams.Values.Where(s => s.IsOrdered).Select(s => s.StreamId)];
        _quarters = new QuarterSums(plan, from, to);
    }

    public void Add(TrainingClass c)
    {
        if (WithinMoment(c.CancelledAt)) _cancelled++;
        if (HoldingFacts.IsHeld(c) && Within(c.LastDay)) Held(c);
        if (c is { Figures: { } figures, Report.ApprovedAt: { } approved } && WithinMoment(approved)) Closed(c, figures, approved);
    }

    public void Add(CommunicationDay day)
    {
        if (!Within(day.Date)) return;
        foreach (CommunicationCount count in day.Counts)
        {
            Plus(_byChannel, count.Channel.ToString(), count.Count);
            Plus(_communicating, count.UnitId, count.Count);
            _quarters.Add(day.Date, q => q with { Communication = q.Communication + count.Count });
        }
    }

    public void Add(StudyTour tour)
    {
        if (tour.ClosedAt is not { } closed || !WithinMoment(closed)) return;
        _tours++;
        _travelled += tour.Travelled;
        long spent = 0;
        foreach (Spending part in tour.Report?.Spent ?? [])
        {
            _spent[part.SourceId] = _spent.GetValueOrDefault(part.SourceId) + part.Amount;
            spent += part.Amount;
        }

        _quarters.Add(VietnamTime.DateOf(closed), q => q with { ToursHeld = q.ToursHeld + 1, Spent = q.Spent + spent });
    }

    public ReportFigures ToFigures()
    {
        int women = _streams.Values.Sum(s => s.Women), attended = _streams.Values.Sum(s => s.Attended);
        return new ReportFigures(
            _from, _to, [.. _plan.Streams.Select(s => _streams[s.Id])], _byUnit, _byAudience, _byEthnicGroup, _byChannel, _communicating, _tours, _travelled,
            _spent, _cancelled, _missing)
        {
            AttendedBySex = new SortedDictionary<string, int>(StringComparer.Ordinal) { [nameof(Sex.Female)] = women, [nameof(Sex.Male)] = attended - women },
            Quarters = _quarters.ToFigures(),
            Communes = _communes.ToFigures(_plan, _byUnit, _communicating),
        };
    }

    private void Held(TrainingClass c)
    {
        if (c.Report.ApprovedAt is not { } approved || VietnamTime.DateOf(approved) > _to) _missing++;
        Change(c.StreamId, s => s with { ClassesHeld = s.ClassesHeld + 1 });
        _communes.Hosted(c.HostUnitId);
        if (!_ordered.Contains(c.StreamId)) _communes.Own(c.LeadUnitId);
        _quarters.Add(c.LastDay, q => q with { ClassesHeld = q.ClassesHeld + 1 });
    }

    private void Closed(TrainingClass c, ClassFigures figures, DateTimeOffset approved)
    {
        Change(c.StreamId, s => s with
        {
            ClassesClosed = s.ClassesClosed + 1,
            Registered = s.Registered + figures.Registered,
            Attended = s.Attended + figures.Attended,
            WalkIns = s.WalkIns + figures.WalkIns,
            Women = s.Women + figures.Women,
        });
        if (!_ordered.Contains(c.StreamId)) _communes.OwnAttended(c.LeadUnitId, figures.Attended);
        foreach ((string unit, int count) in figures.ByUnit) Plus(_byUnit, unit, count);
        foreach ((string audience, int count) in figures.ByAudience) Plus(_byAudience, audience, count);
        foreach ((string group, int count) in figures.ByEthnicGroup) Plus(_byEthnicGroup, group, count);
        foreach ((string source, long amount) in figures.Spent) _spent[source] = _spent.GetValueOrDefault(source) + amount;
        long spent = figures.Spent.Values.Sum();
        _quarters.Add(VietnamTime.DateOf(approved), q => q with
        {
            ClassesClosed = q.ClassesClosed + 1,
            Attended = q.Attended + figures.Attended,
            Women = q.Women + figures.Women,
            Spent = q.Spent + spent,
        });
    }

    // A class of a stream that the plan does not have any more counts nowhere by stream, as before.
    private void Change(string streamId, Func<StreamFigures, StreamFigures> change)
    {
        if (_streams.TryGetValue(streamId, out StreamFigures? stream)) _streams[streamId] = change(stream);
    }

    private bool Within(DateOnly date) => _from <= date && date <= _to;

    private bool WithinMoment(DateTimeOffset? moment) => moment is { } m && Within(VietnamTime.DateOf(m));

    private static SortedDictionary<string, int> Counts() => new(StringComparer.Ordinal);

    private static void Plus(SortedDictionary<string, int> counts, string key, int by) => counts[key] = counts.GetValueOrDefault(key) + by;
}
