namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Where a plan counts what comes after its year.</summary>
public sealed record AfterYearEndForm(AfterYearEnd? AfterYearEnd)
{
    /// <exception cref="InvalidInputException">It names none.</exception>
    public AfterYearEnd Check()
    {
        Checks checks = new();
        checks.Require(AfterYearEnd is { } named && Enum.IsDefined(named), "afterYearEnd", "required");
        checks.ThrowIfAny();
        return AfterYearEnd!.Value;
    }
}

/// <summary>Something that stays out of a year's reports, and why; or is taken up again.</summary>
public sealed record YearEndAsideForm(string? Item, string? Reason, bool? Again)
{
    private const int LongestKey = 200, LongestReason = 500;

    /// <returns>The reason is null when it is taken up again.</returns>
    /// <exception cref="InvalidInputException">It names no item, or gives no reason.</exception>
    public (string Item, string? Reason) Check()
    {
        Checks checks = new();
        string item = checks.Text("item", Item, LongestKey);
        string? reason = Again == true ? null : checks.Text("reason", Reason, LongestReason);
        checks.ThrowIfAny();
        return (item, reason);
    }
}
