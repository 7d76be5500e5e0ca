namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>Where a report will count something that is approved or logged now.</summary>
public enum CountingPlace
{
    /// <summary>In the period that is going on, as everybody expects.</summary>
    Period,

    /// <summary>Its period is over: where that is reported already, in the corrections of the next report.</summary>
    Correction,

    /// <summary>In a supplement to the year's report.</summary>
    Supplement,

    /// <summary>In the first periods of the next year's plan.</summary>
    NextPlan,
}
