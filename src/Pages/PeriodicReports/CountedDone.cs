namespace NtmServerless.Pages.PeriodicReports;

/// <summary>What is said after something was approved or logged: also where it will count, unless that is the period going on.</summary>
public static class CountedDone
{
    public static string OfActivity(CountingPlace place) => place switch
    {
        CountingPlace.Correction => "activity-logged-correction",
        CountingPlace.Supplement => "activity-logged-supplement",
        CountingPlace.NextPlan => "activity-logged-next-plan",
        _ => "activity-logged",
    };

    /// <summary>A declared class counts on the day on which it is accepted.</summary>
    public static string OfDeclaration(CountingPlace place) => place switch
    {
        CountingPlace.Supplement => "declaration-accepted-supplement",
        CountingPlace.NextPlan => "declaration-accepted-next-plan",
        _ => "declaration-accepted",
    };

    /// <summary>A class counts on the day on which its report is approved: never in a period that is over.</summary>
    public static string OfClassReport(CountingPlace place) => place switch
    {
        CountingPlace.Supplement => "class-report-approved-supplement",
        CountingPlace.NextPlan => "class-report-approved-next-plan",
        _ => "class-report-approved",
    };
}
