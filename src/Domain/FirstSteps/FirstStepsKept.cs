namespace NtmServerless.Domain.FirstSteps;

/// <summary>What is kept of an office's first steps: only what no other record says.</summary>
public sealed record FirstStepsKept
{
    public static readonly FirstStepsKept None = new();

    public IReadOnlyList<StepSetAside> SetAside { get; init; } = [];

    /// <summary>The same with a step set aside, or answered, in these words; what stood there before is replaced.</summary>
    public FirstStepsKept With(StepSetAside aside)
    {
        ArgumentNullException.ThrowIfNull(aside);
        return new() { SetAside = [.. SetAside.Where(s => s.Step != aside.Step), aside] };
    }

    /// <summary>The same with a step to be done after all.</summary>
    public FirstStepsKept Without(FirstStep step) => new() { SetAside = [.. SetAside.Where(s => s.Step != step)] };
}
