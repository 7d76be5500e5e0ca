namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>A plan and its neighbour of the year after, as far as the days go that belong into both (<see cref="PlanDays"/>).</summary>
/// <param name="Later">Classes of the later plan.</param>
/// <param name="Logged">Communication of the earlier plan on those days.</param>
/// <param name="LoggedLater">That of the later plan.</param>
public sealed record PlanBeside(
    NeighbourClasses Later, IReadOnlyList<CommunicationActivity> Logged, IReadOnlyList<CommunicationActivity> LoggedLater)
{
    /// <summary>What seems to stand in both; the earlier year is where it is settled. The later one is in the item's mark.</summary>
    public IEnumerable<YearEndItem> Twice(IEnumerable<DeclaredClass> declared) =>
    [
        .. declared.Where(d => d.Stage != DeclarationStage.Withdrawn)
            .SelectMany(d => Later.SameAs(d).Select(other => new YearEndItem(YearEndMatter.InTwoPlans, d.Id, Mark: other))),
        .. Logged.SelectMany(a => SameActivities.Of(a, LoggedLater).Select(other => new YearEndItem(YearEndMatter.InTwoPlans, a.Id, Mark: other.Id))),
    ];
}
