namespace NtmServerless.Domain.Communication;

/// <summary>The form a unit logs its work with.</summary>
public sealed record ActivityForm
{
    public string? UnitId { get; init; }
    public CommunicationChannel? Channel { get; init; }
    public DateOnly? Date { get; init; }
    public string? Subject { get; init; }
    public int? Count { get; init; }
    public string? Note { get; init; }

    /// <summary>Says that it is other work than what looks the same in the log of the plan beside it.</summary>
    public bool? IsOther { get; init; }

    /// <summary>Work of a year is logged in that year's plan, and not before it is done.</summary>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public CommunicationActivity Check(string id, string callersUnit, Plan plan, DateTimeOffset now)
    {
        Checks checks = new();
        string unit = UnitId ?? callersUnit;
        checks.Require(plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        CommunicationChannel channel = checks.Value("channel", Channel);
        DateOnly date = checks.Value("date", Date);
        if (Date is not null)
        {
            checks.Require(date <= VietnamTime.DateOf(now), "date", "in-the-future");
            checks.Require(PlanDays.Has(plan, date), "date", "outside-plan-year", ("year", plan.Year));
        }

        string subject = checks.Text("subject", Subject, 300);
        int count = Count ?? 1;
        checks.Require(count is >= 1 and <= 10_000, "count", "range", ("from", 1), ("to", 10_000));
        string? note = checks.Paragraphs("note", Note, 1_000);
        checks.ThrowIfAny();
        return new CommunicationActivity(id, unit, channel, date, subject, count, note, now);
    }
}
