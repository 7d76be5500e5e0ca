namespace NtmServerless.Domain.Periods;

/// <summary>
/// The days whose work belongs into a plan: from its first period to the end of the calendar year. By Decree 09/2019/NĐ-CP, article 12, the next
/// year begins on 15/12, so the last days of a year belong into two plans.
/// </summary>
public static class PlanDays
{
    public static DateOnly First(Plan plan) => ReportingPeriods.Of(plan).YearOf(plan.Year).From;

    public static DateOnly Last(Plan plan) => new(plan.Year, 12, 31);

    public static bool Has(Plan plan, DateOnly day) => day >= First(plan) && day <= Last(plan);

    /// <summary>The days that belong into both plans; null: there are none.</summary>
    public static (DateOnly From, DateOnly To)? Shared(Plan plan, Plan other)
    {
        DateOnly from = First(plan) > First(other) ? First(plan) : First(other), to = Last(plan) < Last(other) ? Last(plan) : Last(other);
        return plan.Id != other.Id && from <= to ? (from, to) : null;
    }
}
