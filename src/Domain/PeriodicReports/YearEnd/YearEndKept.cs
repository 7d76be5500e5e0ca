namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>What an office decided at the end of a plan's year.</summary>
public sealed record YearEndKept
{
    public IReadOnlyList<YearEndAside> Aside { get; init; } = [];

    /// <summary>When the year was closed; null: it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedByUnitId { get; init; }

    /// <summary>Sets a thing aside; again, with another reason.</summary>
    public YearEndKept With(YearEndAside aside) => this with { Aside = [.. Without(aside.Key).Aside, aside] };

    /// <summary>Takes it up again.</summary>
    public YearEndKept Without(string key) => this with { Aside = [.. Aside.Where(a => a.Key != key)] };

    /// <summary>Closes the year: again, it changes nothing.</summary>
    /// <param name="open">What is neither in a report nor set aside.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.YearNotSettled"/>, <see cref="Rule.PeriodNotOver"/>.</exception>
    public YearEndKept Close(Plan plan, int open, string byUnitId, DateTimeOffset now)
    {
        if (ClosedAt is not null) return this;
        if (VietnamTime.DateOf(now) < ReportingPeriods.Of(plan).AfterYear(plan.Year)) throw new RuleBrokenException(Rule.PeriodNotOver);
        return open == 0 ? this with { ClosedAt = now, ClosedByUnitId = byUnitId } : throw new RuleBrokenException(Rule.YearNotSettled, ("count", open));
    }

    /// <summary>Opens a closed year again, so that classes and tours can be planned in it: again, it changes nothing. What was set aside stays so.</summary>
    public YearEndKept Open() => ClosedAt is null ? this : this with { ClosedAt = null, ClosedByUnitId = null };
}
