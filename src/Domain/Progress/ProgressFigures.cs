namespace NtmServerless.Domain.Progress;

/// <summary>
/// How far a plan year has come. What reports count (approved, registered, attended, spent) is counted by
/// <see cref="ReportFigures"/> and so the same here and there, what came after the last cut-off included; the rest is what no report
/// says yet.
/// </summary>
/// <param name="YearSoFar">All of the plan, as its reports with their supplement would say it now.</param>
/// <param name="Quarters">The four quarters of the reports, and what came after the last.</param>
/// <param name="Leads">Units that lead classes.</param>
/// <param name="Communes">Communes with a class or a participant, in the plan's order.</param>
/// <param name="Months">The twelve months of the reports, and what came after the last.</param>
/// <param name="Undated">Classes in the year that have no dates, or lost them.</param>
public sealed record ProgressFigures(
    ReportFigures YearSoFar,
    IReadOnlyList<StreamProgress> Streams,
    IReadOnlyList<QuarterProgress> Quarters,
    IReadOnlyList<LeadProgress> Leads,
    IReadOnlyList<CommuneProgress> Communes,
    IReadOnlyList<MonthProgress> Months,
    TourProgress Tours,
    int Undated)
{
    /// <summary>Classes that units declared and the office accepted: they are among those held, and in a list of their own.</summary>
    public int Declared { get; init; }

    /// <summary>Held classes, approved or not, of the streams that the plan orders a number of; only these can be held against that number.</summary>
    public int HeldAsOrdered => Streams.Where(s => s.Done.ClassesPlanned is not null).Sum(s => s.Done.HeldInAll);

    /// <summary>People who attended classes of the streams that the plan orders seats in.</summary>
    public int AttendedAsOrdered => Streams.Where(s => s.Done.SeatsPlanned is not null).Sum(s => s.Done.Attended);

    /// <summary>Women among <see cref="AttendedAsOrdered"/>.</summary>
    public int WomenAsOrdered => Streams.Where(s => s.Done.SeatsPlanned is not null).Sum(s => s.Done.Women);

    /// <param name="days">All communication days of the plan.</param>
    public static ProgressFigures Of(
        Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<CommunicationDay> days, IReadOnlyCollection<StudyTour> tours,
        IReadOnlyCollection<DeclaredClass> declared)
    {
        ReportFigures soFar = ReportFigures.Of(FigureSums.OfAll(plan), classes, days, tours, declared);
        DeclaredClass[] valid = [.. declared.Where(d => d.Stage == DeclarationStage.Accepted)];
        TrainingClass[] active = [.. classes.Where(c => c.Stage != ClassStage.Cancelled)];
        return new ProgressFigures(
            soFar,
            [.. soFar.Streams.Select(s => StreamProgress.Of(s, active, valid))],
            QuarterProgress.Of(plan, classes, valid),
            LeadProgress.Of(active, valid),
            [.. plan.Units.Where(u => u.IsCommuneLevel).Select(u => CommuneProgress.Of(u.Id, plan, classes, valid, soFar)).Where(c => c.HasAny)],
            MonthProgress.Of(plan, days),
            new TourProgress(plan.StudyTours.Count, tours.Count(t => t.Stage != TourStage.Cancelled), soFar.ToursHeld, soFar.TourMembers),
            active.Count(c => !HasDates(c)))
        { Declared = valid.Length };
    }

    /// <summary>Whether a class has dates on which it is, or was, held.</summary>
    public static bool HasDates(TrainingClass c) => c.Sessions.Count > 0 && c.Stage is not (ClassStage.Postponed or ClassStage.Cancelled);
}
