namespace NtmServerless.Functions.Audit;

/// <summary>What the records of a plan are called where only their ids are kept: one query for each kind.</summary>
public sealed class RecordNames(TourStore tours, PeriodicReportStore reports, VietnameseTexts texts)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Plan plan, IReadOnlyList<TrainingClass> classes, CancellationToken cancellation)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal) { [plan.Id] = texts["shell.plan"] };
        foreach (Unit unit in plan.Units) names[unit.Id] = unit.ShortName;
        foreach (TrainingClass c in classes) names[c.Id] = ClassNames.InShort(c, plan, texts);
        foreach (StudyTour t in await tours.OfPlanAsync(plan.Id, cancellation))
            names[t.Id] = texts["tour.one", ("place", t.Destination ?? texts["tour.no-destination"])];
        foreach (PeriodicReport r in await reports.OfPlanAsync(plan.Id, cancellation)) names[r.Id] = Vietnamese.Begun(texts.Period(r.Period));
        return names;
    }
}
