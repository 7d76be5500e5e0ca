namespace NtmServerless.Domain.Declarations;

/// <summary>What a declared class adds to every report, in the form of a class that was run here.</summary>
public static class DeclaredFigures
{
    /// <summary>
    /// Nobody registered and nobody walked in. What the unit does not say is counted as such: audiences under the one for
    /// everybody else, ethnic groups under "not given", so that each table adds up to those who attended.
    /// </summary>
    public static ClassFigures Of(DeclaredClass d) => new()
    {
        Registered = 0,
        Attended = d.Attended,
        WalkIns = 0,
        Women = d.Women,
        ByUnit = new Dictionary<string, int> { [d.HostUnitId] = d.Attended },
        ByAudience = d.ByAudience.Count > 0 ? d.ByAudience : new Dictionary<string, int> { [nameof(Audience.Other)] = d.Attended },
        ByEthnicGroup = d.ByEthnicGroup.Count > 0 ? d.ByEthnicGroup : new Dictionary<string, int> { [""] = d.Attended },
        Spent = d.Spent.GroupBy(s => s.SourceId).ToDictionary(g => g.Key, g => g.Sum(s => s.Amount)),
    };
}
