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

/// <summary>What stays out of a year's reports, and why; or is taken up again.</summary>
/// <param name="Matter">Which part of the list it was sent from; null: one thing was sent by itself.</param>
/// <param name="Items">Several things of one matter, for one reason.</param>
public sealed record YearEndAsideForm(string? Item, string? Reason, bool? Again, string? Matter = null, IReadOnlyList<string>? Items = null)
{
    private const int LongestKey = 200, LongestReason = 500, MostItems = 500;

    /// <returns>The reason is null when it is taken up again.</returns>
    /// <exception cref="InvalidInputException">It names no item, or gives no reason.</exception>
    public (IReadOnlyList<string> Items, string? Reason) Check()
    {
        Checks checks = new();
        string[] items = [];
        if (Matter is null)
        {
            items = [checks.Text("item", Item, LongestKey)];
        }
        else
        {
            checks.Require(Items is { Count: > 0 }, "items", "none-chosen");
            checks.Require(Items is not { Count: > MostItems }, "items", "too-many", ("most", MostItems));
            items = [.. (Items ?? []).Take(MostItems).Select(i => checks.Text("items", i, LongestKey)).Distinct()];
        }

        string? reason = Again == true ? null : checks.Text("reason", Reason, LongestReason);
        checks.ThrowIfAny();
        return (items, reason);
    }
}
