namespace NtmServerless.Functions.FirstSteps;

/// <summary>A first step that the office sets aside and why, or takes up again.</summary>
public sealed record FirstStepForm(FirstStep? Step, string? Reason, bool? Again)
{
    private const int LongestReason = 300;

    /// <exception cref="InvalidInputException">It names no step, or gives no reason.</exception>
    public (FirstStep Step, string? Reason) Check()
    {
        Checks checks = new();
        FirstStep named = checks.Value<FirstStep>("step", Step is { } step && Enum.IsDefined(step) ? step : null);
        string? reason = Again == true ? null : checks.Text("reason", Reason, LongestReason);
        checks.ThrowIfAny();
        return (named, reason);
    }
}
