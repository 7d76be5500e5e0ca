namespace NtmServerless.Domain.Plans.Import;

/// <summary>A window ends after it begins and touches the plan's year.</summary>
internal static class WindowRules
{
    public static void Check(Plan plan, ImportErrors errors)
    {
        foreach ((string path, DateWindow window) in PlanWindows.Of(plan))
        {
            if (window.To < window.From)
            {
                errors.Add(
                    $"{path}.to", "plan-window-reversed", ("from", PlanWindows.Shown(window.From)), ("to", PlanWindows.Shown(window.To)));
            }
            else if (!errors.At("$.year") && (window.To.Year < plan.Year || window.From.Year > plan.Year))
            {
                errors.Add(path, "plan-window-other-year", ("year", plan.Year));
            }
        }

        if (plan.SignedOn is { } signed && plan.DatedMonth is { } month && signed.Month != month)
            errors.Add("$.datedMonth", "plan-dated-month-differs", ("signedOn", PlanWindows.Shown(signed)));
    }
}
