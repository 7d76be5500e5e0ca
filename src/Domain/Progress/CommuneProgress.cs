namespace NtmServerless.Domain.Progress;

/// <summary>One commune: the classes held there, and its own people who were taught anywhere.</summary>
/// <param name="InTheYear">Classes that it hosts and that were not called off, declared ones included.</param>
/// <param name="Seats">Seats of these classes.</param>
/// <param name="Attended">People who came to the classes it hosts, by approved reports.</param>
/// <param name="OwnPeople">People of the commune who came to any class, by approved reports.</param>
public sealed record CommuneProgress(string UnitId, int InTheYear, int Held, int Seats, int Attended, int OwnPeople)
{
    internal bool HasAny => InTheYear > 0 || OwnPeople > 0;

    internal static CommuneProgress Of(string unitId, Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<DeclaredClass> declared,
        ReportFigures year)
    {
        TrainingClass[] here = [.. classes.Where(c => c.HostUnitId == unitId)];
        TrainingClass[] active = [.. here.Where(c => c.Stage != ClassStage.Cancelled)];
        ReportFigures hosted = ReportFigures.Of(FigureSums.OfAll(plan), here, [], [], declared.Where(d => d.HostUnitId == unitId));
        return new CommuneProgress(
            unitId, active.Length + declared.Count(d => d.HostUnitId == unitId), hosted.HeldInAll, active.Sum(c => c.Seats.Capacity), hosted.Attended,
            year.AttendedByUnit.TryGetValue(unitId, out int own) ? own : 0);
    }
}
