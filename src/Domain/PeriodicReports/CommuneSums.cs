namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Sums by commune.</summary>
internal sealed class CommuneSums
{
    private readonly Dictionary<string, CommuneFigures> _communes = new(StringComparer.Ordinal);

    public void Hosted(string unitId) => Change(unitId, c => c with { ClassesHosted = c.ClassesHosted + 1 });

    public void Own(string unitId, int people) => Change(unitId, c => c with { OwnClasses = c.OwnClasses + 1, OwnAttended = c.OwnAttended + people });

    public IReadOnlyList<CommuneFigures> ToFigures(Plan plan, IReadOnlyDictionary<string, int> attended, IReadOnlyDictionary<string, int> communication) =>
    [
        .. plan.Units.Where(u => u.IsCommuneLevel).Select(u => (_communes.GetValueOrDefault(u.Id) ?? Nothing(u.Id)) with
        {
            Attended = attended.GetValueOrDefault(u.Id),
            Communication = communication.GetValueOrDefault(u.Id),
        }).Where(c => c != Nothing(c.UnitId)),
    ];

    private void Change(string unitId, Func<CommuneFigures, CommuneFigures> change) =>
        _communes[unitId] = change(_communes.GetValueOrDefault(unitId) ?? Nothing(unitId));

    private static CommuneFigures Nothing(string unitId) => new(unitId, 0, 0, 0, 0, 0);
}
