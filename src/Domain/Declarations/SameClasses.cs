namespace NtmServerless.Domain.Declarations;

/// <summary>Finds what might be the same class: in the same commune on some of the same days.</summary>
public static class SameClasses
{
    /// <summary>Ids of classes of the program that are not called off, and of what was declared before and not withdrawn.</summary>
    /// <param name="declared">May hold the class itself.</param>
    public static IEnumerable<string> Of(DeclaredClass d, IEnumerable<TrainingClass> classes, IEnumerable<DeclaredClass> declared) =>
    [
        .. classes.Where(c => c.HostUnitId == d.HostUnitId && c.Sessions.Count > 0 && c.Stage is not (ClassStage.Cancelled or ClassStage.Postponed)
            && Meet(d, c.FirstDay, c.LastDay)).Select(c => c.Id.Value),
        .. declared.Where(o => o.Id != d.Id && o.HostUnitId == d.HostUnitId && o.Stage != DeclarationStage.Withdrawn && Meet(d, o.FirstDay, o.LastDay))
            .Select(o => o.Id.Value),
    ];

    private static bool Meet(DeclaredClass d, DateOnly from, DateOnly to) => d.FirstDay <= to && from <= d.LastDay;
}
