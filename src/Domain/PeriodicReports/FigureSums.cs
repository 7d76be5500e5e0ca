namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// Adds up summary rows one after the other, in whatever order they come, and keeps none of them: a report on ten thousand
/// classes needs no more memory than one on ten. Each counts on the day that <see cref="CountedOn"/> says, so that no row has
/// classes without people, the parts of a year add up to it whenever a report comes late, and a report made again gives the same.
/// </summary>
public sealed class FigureSums
{
    private readonly Plan _plan;
    private readonly CountedDays _days;
    private readonly CountedSpan _shown;
    private readonly Dictionary<string, StreamFigures> _streams;
    private readonly HashSet<string> _ordered;
    private readonly CommuneSums _communes = new();
    private readonly QuarterSums _quarters;
    private readonly SortedDictionary<string, int> _byUnit = Counts(), _byAudience = Counts(), _byEthnicGroup = Counts(), _byChannel = Counts(),
        _communicating = Counts();
    private readonly SortedDictionary<string, long> _spent = new(StringComparer.Ordinal);
    private readonly BudgetSums _budget = new();
    private int _tours, _travelled, _cancelled, _awaiting;

    /// <param name="shown">The days as the report names them; what is counted may reach beyond.</param>
    public FigureSums(Plan plan, CountedDays days, CountedSpan shown)
    {
        (_plan, _days, _shown) = (plan, days, shown);
        _streams = plan.Streams.ToDictionary(
            s => s.Id, s => new StreamFigures(s.Id, s.ClassCount, s.ClassCount * s.SeatsPerClass, 0, 0, 0, 0, 0, 0) { AwaitingApproval = 0 },
                StringComparer.Ordinal);
        _ordered = [.. _streams.Values.Where(s => s.IsOrdered).Select(s => s.StreamId)];
        _quarters = new QuarterSums(plan, shown.From, shown.To);
    }

    public FigureSums(Plan plan, ReportingPeriod period)
        : this(plan, new CountedDays(CountedSpan.Of(period)), new CountedSpan(period.From, period.To))
    {
    }

    /// <summary>Everything of a plan up to now, whenever it was approved: what its year comes to.</summary>
    public static FigureSums OfAll(Plan plan)
    {
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        return new FigureSums(plan, new CountedDays(CountedSpan.Always), new CountedSpan(year.From, year.To));
    }

    public void Add(TrainingClass c)
    {
        if (CountedOn.CancellationOf(c) is { } calledOff && _days.Contains(calledOff)) _cancelled++;
        if (CountedOn.ClassOf(c) is { } day && day <= _days.To)
        {
            if (_days.Contains(day)) Approved(c, c.Figures!, day);
        }
        else if (HoldingFacts.IsHeld(c) && c.LastDay <= _days.To)
        {
            _awaiting++;
            Change(c.StreamId, s => s with { AwaitingApproval = s.AwaitingApproval + 1 });
        }
    }

    /// <summary>A class as a unit declares it: without registration, its people under the commune in which it was held.</summary>
    public void Add(DeclaredClass d)
    {
        // Until the office accepts it, it is what a unit says: it stands in no figure, nor beside one.
        if (CountedOn.DeclarationOf(d) is { } day && _days.Contains(day)) Accepted(d, day);
    }

    public void Add(CommunicationDay day)
    {
        if (!_days.Contains(day.Date)) return;
        foreach (CommunicationCount count in day.Counts)
        {
            Plus(_byChannel, count.Channel.ToString(), count.Count);
            Plus(_communicating, count.UnitId, count.Count);
            _quarters.Add(day.Date, q => q with { Communication = q.Communication + count.Count });
        }
    }

    public void Add(StudyTour tour)
    {
        if (CountedOn.TourOf(tour) is not { } closed || !_days.Contains(closed)) return;
        _tours++;
        _travelled += tour.Travelled;
        long spent = 0;
        foreach (Spending part in tour.Report?.Spent ?? [])
        {
            Spent(part.SourceId, part.Amount, tour.ReturnsOn ?? closed, closed);
            spent += part.Amount;
        }

        _quarters.Add(closed, q => q with { ToursHeld = q.ToursHeld + 1, Spent = q.Spent + spent });
    }

    public ReportFigures ToFigures()
    {
        int women = _streams.Values.Sum(s => s.Women), attended = _streams.Values.Sum(s => s.Attended);
        return new ReportFigures(
            _shown.From, _shown.To, [.. _plan.Streams.Select(s => _streams[s.Id])], _byUnit, _byAudience, _byEthnicGroup, _byChannel, _communicating,
                _tours, _travelled,
            _spent, _cancelled, _awaiting)
        {
            AttendedBySex = new SortedDictionary<string, int>(StringComparer.Ordinal) { [nameof(Sex.Female)] = women, [nameof(Sex.Male)] = attended - women },
            Quarters = _quarters.ToFigures(),
            Communes = _communes.ToFigures(_plan, _byUnit, _communicating),
            BudgetYears = _budget.ToFigures(),
        };
    }

    private void Approved(TrainingClass c, ClassFigures figures, DateOnly approved)
    {
        Change(c.StreamId, s => s with { Registered = s.Registered + figures.Registered, WalkIns = s.WalkIns + figures.WalkIns });
        Counted(c.StreamId, c.HostUnitId, c.LeadUnitId, c.LastDay, figures, approved);
    }

    private void Accepted(DeclaredClass d, DateOnly accepted)
    {
        Change(d.StreamId, s => s with { Declared = s.Declared + 1 });
        Counted(d.StreamId, d.HostUnitId, d.UnitId, d.LastDay, DeclaredFigures.Of(d), accepted);
    }

    private void Counted(string streamId, string hostUnitId, string leadUnitId, DateOnly lastDay, ClassFigures figures, DateOnly approved)
    {
        Change(streamId, s => s with
        {
            ClassesHeld = s.ClassesHeld + 1,
            ClassesClosed = s.ClassesClosed + 1,
            Attended = s.Attended + figures.Attended,
            Women = s.Women + figures.Women,
        });
        _communes.Hosted(hostUnitId);
        if (!_ordered.Contains(streamId)) _communes.Own(leadUnitId, figures.Attended);
        foreach ((string unit, int count) in figures.ByUnit) Plus(_byUnit, unit, count);
        foreach ((string audience, int count) in figures.ByAudience) Plus(_byAudience, audience, count);
        foreach ((string group, int count) in figures.ByEthnicGroup) Plus(_byEthnicGroup, EthnicGroups.Named(group), count);
        long spent = figures.Spent.Values.Sum();
        foreach ((string source, long amount) in figures.Spent) Spent(source, amount, lastDay, approved);
        _quarters.Add(approved, q => q with
        {
            ClassesHeld = q.ClassesHeld + 1,
            ClassesClosed = q.ClassesClosed + 1,
            Attended = q.Attended + figures.Attended,
            Women = q.Women + figures.Women,
            Spent = q.Spent + spent,
        });
    }

    private void Spent(string source, long amount, DateOnly lastDay, DateOnly approved)
    {
        _spent[source] = _spent.GetValueOrDefault(source) + amount;
        _budget.Add(source, amount, lastDay, approved);
    }

    // A class of a stream that the plan does not have any more counts nowhere by stream, as before.
    private void Change(string streamId, Func<StreamFigures, StreamFigures> change)
    {
        if (_streams.TryGetValue(streamId, out StreamFigures? stream)) _streams[streamId] = change(stream);
    }

    private static SortedDictionary<string, int> Counts() => new(StringComparer.Ordinal);

    private static void Plus(SortedDictionary<string, int> counts, string key, int by) => counts[key] = counts.GetValueOrDefault(key) + by;
}
