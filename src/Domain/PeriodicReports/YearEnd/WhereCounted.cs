namespace NtmServerless.Domain.PeriodicReports.YearEnd;

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
