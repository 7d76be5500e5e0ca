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

/// <summary>Says where something will count, so that nobody thinks it lost.</summary>
public static class WhereCounted
{
    /// <param name="day">The day on which it counts (<see cref="CountedOn"/>).</param>
    public static CountingPlace Of(Plan plan, DateOnly day, DateOnly today)
    {
        ReportingPeriods periods = ReportingPeriods.Of(plan);
        if (today >= periods.AfterYear(plan.Year))
            return plan.Reporting.AfterYearEnd == AfterYearEnd.NextPlan ? CountingPlace.NextPlan : CountingPlace.Supplement;
        return periods.MonthOf(day).To < today ? CountingPlace.Correction : CountingPlace.Period;
    }
}
