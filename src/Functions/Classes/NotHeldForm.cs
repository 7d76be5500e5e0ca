namespace NtmServerless.Functions.Classes;

/// <summary>Why a class did not take place, and whether it is to be held on other days.</summary>
public sealed record NotHeldForm(string? Reason, bool? NewDates)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (string Reason, bool NewDates) Check()
    {
        Checks checks = new();
        string? reason = checks.Paragraphs("reason", Reason, 1_000);
        checks.Require(reason is not null || Reason is { Length: > 1_000 }, "reason", "required");
        checks.Require(NewDates is not null, "newDates", "required");
        checks.ThrowIfAny();
        return (reason!, NewDates!.Value);
    }
}
