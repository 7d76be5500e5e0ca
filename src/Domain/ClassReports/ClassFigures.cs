namespace NtmServerless.Domain.ClassReports;

/// <summary>
/// What a class adds to every report: counted once, when the class is closed, from registrations and marks, never changed
/// after. A person attended when present in at least one session, whatever the registration says afterwards.
/// </summary>
public sealed record ClassFigures
{
    /// <summary>People with a seat when the class began; who gave it back after having attended is one of them.</summary>
    public required int Registered { get; init; }

    /// <summary>People who attended, walk-ins included.</summary>
    public required int Attended { get; init; }
    public required int WalkIns { get; init; }

    /// <summary>People who attended and cancelled afterwards; figures fixed before this was counted say none.</summary>
    public int CancelledAfter { get; init; }
    public required int Women { get; init; }

    /// <summary>Attended, by commune id.</summary>
    public required IReadOnlyDictionary<string, int> ByUnit { get; init; }

    /// <summary>Attended, by audience.</summary>
    public required IReadOnlyDictionary<string, int> ByAudience { get; init; }

    /// <summary>Attended, by ethnic group as written; "" where it was not given.</summary>
    public required IReadOnlyDictionary<string, int> ByEthnicGroup { get; init; }

    /// <summary>Money spent, in đồng, by funding source id.</summary>
    public required IReadOnlyDictionary<string, long> Spent { get; init; }

    public static ClassFigures Of(
        IReadOnlyCollection<Registration> registrations, IEnumerable<AttendanceSheet> sheets, IEnumerable<Spending> spent)
    {
        HashSet<string> present = [.. sheets.SelectMany(s => s.Marks.Where(m => m.Value == Mark.Present).Select(m => m.Key))];
        Registration[] attended = [.. registrations.Where(r => present.Contains(r.Code))];
        int cancelledAfter = attended.Count(r => r.Status == RegistrationStatus.Cancelled);
        return new ClassFigures
        {
            Registered = registrations.Count(r => r.Status == RegistrationStatus.Confirmed) + cancelledAfter,
            CancelledAfter = cancelledAfter,
            Attended = attended.Length,
            WalkIns = attended.Count(r => r.Status == RegistrationStatus.WalkIn),
            Women = attended.Count(r => r.Applicant.Sex == Sex.Female),
            ByUnit = Counted(attended, a => a.UnitId),
            ByAudience = Counted(attended, a => a.Audience.ToString()),
            ByEthnicGroup = Counted(attended, a => a.EthnicGroup ?? ""),
            Spent = spent.GroupBy(s => s.SourceId, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(s => s.Amount), StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, int> Counted(IEnumerable<Registration> attended, Func<Applicant, string> by) =>
        attended.CountBy(r => by(r.Applicant), StringComparer.Ordinal)
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
}
