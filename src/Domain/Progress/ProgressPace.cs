namespace NtmServerless.Domain.Progress;

/// <summary>
/// Whether a year goes as it should: what was done, held against the time that has passed. Of each stream it is the time that the
/// plan gives for it: nobody is late with classes of the third quarter in March.
/// </summary>
/// <param name="Streams">By id; only streams that the plan orders a number of classes of.</param>
public sealed record ProgressPace(Pace Classes, Pace People, Pace Tours, IReadOnlyDictionary<string, Pace> Streams)
{
    public static ProgressPace Of(Plan plan, ProgressFigures figures, DateOnly today)
    {
        Dictionary<string, double> elapsed = plan.Streams.ToDictionary(s => s.Id, s => Pace.ElapsedOf(PlanAgenda.WindowOf(plan, s.Window), today));
        StreamFigures[] ordered = [.. figures.YearSoFar.Streams.Where(s => s.IsOrdered)];
        StreamFigures[] seated = [.. figures.YearSoFar.Streams.Where(s => s.SeatsPlanned is not null)];
        return new ProgressPace(
            new Pace(ordered.Sum(s => s.ClassesPlanned!.Value), figures.HeldAsOrdered, ordered.Sum(s => s.ClassesPlanned!.Value * elapsed[s.StreamId])),
            new Pace(seated.Sum(s => s.SeatsPlanned!.Value), figures.AttendedAsOrdered, seated.Sum(s => s.SeatsPlanned!.Value * elapsed[s.StreamId])),
            new Pace(figures.Tours.Planned, figures.Tours.Held, plan.StudyTours.Sum(t => Pace.ElapsedOf(PlanAgenda.WindowOf(plan, t.Window), today))),
            ordered.ToDictionary(s => s.StreamId, s => new Pace(s.ClassesPlanned!.Value, s.HeldInAll, s.ClassesPlanned!.Value * elapsed[s.StreamId])));
    }
}
