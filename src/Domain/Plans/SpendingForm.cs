namespace NtmServerless.Domain.Plans;

/// <summary>Money spent from one source of the plan, in đồng.</summary>
public sealed record SpendingForm(string? SourceId, long? Amount)
{
    // A class costs tens of millions of đồng; a hundred billion is a slip of the finger.
    private const long Most = 100_000_000_000;

    public static IReadOnlyList<Spending> Check(IReadOnlyList<SpendingForm>? forms, Plan plan, Checks checks)
    {
        List<Spending> spent = [];
        foreach ((SpendingForm form, int i) in (forms ?? []).Take(20).Select((f, i) => (f, i)))
        {
            checks.Require(plan.Funding?.Sources.Any(s => s.Id == form?.SourceId) == true, $"spent[{i}].sourceId", "source-unknown");
            checks.Require(form?.Amount is >= 0 and <= Most, $"spent[{i}].amount", "range", ("from", 0), ("to", Most));
            spent.Add(new Spending(form?.SourceId ?? "", form?.Amount ?? 0));
        }

        checks.Require(forms is not { Count: > 20 }, "spent", "too-many", ("most", 20));
        return spent;
    }
}
