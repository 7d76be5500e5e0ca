namespace NtmServerless.Domain.ClassReports;

/// <summary>Counts the figures of a class from its registrations, marks and spending.</summary>
public static class ClassCounting
{
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
            ByEthnicGroup = Counted(attended, a => EthnicGroups.Named(a.EthnicGroup ?? "")),
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
