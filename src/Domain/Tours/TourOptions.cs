namespace NtmServerless.Domain.Tours;

/// <summary>Which acts the stage of a tour allows.</summary>
public static class TourOptions
{
    public static bool Allows(this StudyTour t, TourAct act) => act switch
    {
        TourAct.Announce => t.Stage is TourStage.Planned or TourStage.Postponed,
        TourAct.AddMember => t.Stage is TourStage.Announced or TourStage.Confirmed,
        TourAct.RemoveMember => t.Stage is TourStage.Announced or TourStage.Confirmed or TourStage.Postponed,
        TourAct.Postpone => t.Stage is TourStage.Announced or TourStage.Confirmed,
        TourAct.Cancel => t.Stage is TourStage.Planned or TourStage.Announced or TourStage.Confirmed or TourStage.Postponed,
        TourAct.TransferLead => t.Stage is not (TourStage.Closed or TourStage.Cancelled),
        TourAct.Report => t.Stage == TourStage.Reporting,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    internal static void EnsureAllowed(this StudyTour t, TourAct act)
    {
        if (!t.Allows(act)) throw new RuleBrokenException(Rule.TourStage, ("stage", t.Stage));
    }
}
