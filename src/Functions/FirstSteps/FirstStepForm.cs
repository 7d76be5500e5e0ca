namespace NtmServerless.Functions.FirstSteps;

/// <summary>A first step that the office sets aside and why, or takes up again.</summary>
public sealed record FirstStepForm(FirstStep? Step, string? Reason, bool? Again)
{
    private const int LongestReason = 300;

    /// <exception cref="InvalidInputException">It names no step, or gives no reason.</exception>
    public (FirstStep Step, string? Reason) Check()
    {
        Checks checks = new();
        checks.Require(Step is not null && Enum.IsDefined(Step.Value), "step", "required");
        string? reason = Again == true ? null : checks.Text("reason", Reason, LongestReason);
        checks.ThrowIfAny();
        return (Step!.Value, reason);
    }
}
