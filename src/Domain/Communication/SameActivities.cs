namespace NtmServerless.Domain.Communication;

/// <summary>
/// Finds work that seems to be in the logs of two plans, as the last days of a year belong into its plan and into the next (<see cref="PlanDays"/>).
/// </summary>
public static class SameActivities
{
    /// <summary>By the same unit on the same day in the same way, of the same text and number; entries taken back are none.</summary>
    public static IEnumerable<CommunicationActivity> Of(CommunicationActivity a, IEnumerable<CommunicationActivity> others) =>
        a.StruckOut is not null ? [] : others.Where(o => o.StruckOut is null && o.UnitId == a.UnitId && o.Date == a.Date && o.Channel == a.Channel
            && o.Count == a.Count && Folding.Fold(o.Subject) == Folding.Fold(a.Subject));
}
