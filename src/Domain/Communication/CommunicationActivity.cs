namespace NtmServerless.Domain.Communication;

/// <summary>Communication work that a unit did: news items, broadcasts, posters (plan, section II.2.1).</summary>
/// <param name="Count">How many of it, 1 to 10,000: three broadcasts of one text on a day are one line with count 3.</param>
public sealed record CommunicationActivity(
    string Id, string UnitId, CommunicationChannel Channel, DateOnly Date, string Subject, int Count, string? Note, DateTimeOffset LoggedAt)
{
    /// <summary>Why it does not count any more; null while it does.</summary>
    public StrikeOut? StruckOut { get; init; }

    /// <summary>Takes back a wrong entry; it stays to be read and counts no more.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ActivityStruckOut"/> when it was taken back before.</exception>
    public CommunicationActivity Strike(string reason, string byUnitId, DateTimeOffset now) => StruckOut is null
        ? this with { StruckOut = new StrikeOut(reason, byUnitId, now) }
        : throw new RuleBrokenException(Rule.ActivityStruckOut);
}

/// <summary>Who took an entry back, when, and why.</summary>
public sealed record StrikeOut(string Reason, string ByUnitId, DateTimeOffset At);

/// <summary>The form a unit logs its work with.</summary>
public sealed record ActivityForm
{
    public string? UnitId { get; init; }
    public CommunicationChannel? Channel { get; init; }
    public DateOnly? Date { get; init; }
    public string? Subject { get; init; }
    public int? Count { get; init; }
    public string? Note { get; init; }

    /// <summary>Work of a year is logged in that year's plan, and not before it is done.</summary>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public CommunicationActivity Check(string id, string callersUnit, Plan plan, DateTimeOffset now)
    {
        Checks checks = new();
        string unit = UnitId ?? callersUnit;
        checks.Require(plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        checks.Require(Channel is not null, "channel", "required");
        checks.Require(Date is not null, "date", "required");
        if (Date is { } date)
        {
            checks.Require(date <= VietnamTime.DateOf(now), "date", "in-the-future");
            checks.Require(date >= ReportingPeriods.Of(plan).YearOf(plan.Year).From && date.Year <= plan.Year, "date", "outside-plan-year", ("year", $"{plan.Year}"));
        }

        string subject = checks.Text("subject", Subject, 300);
        int count = Count ?? 1;
        checks.Require(count is >= 1 and <= 10_000, "count", "range", ("from", 1), ("to", 10_000));
        string? note = checks.Paragraphs("note", Note, 1_000);
        checks.ThrowIfAny();
        return new CommunicationActivity(id, unit, Channel!.Value, Date!.Value, subject, count, note, now);
    }
}
