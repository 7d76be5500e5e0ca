namespace NtmServerless.Pages.FirstSteps;

/// <summary>The first steps of an office, in their order.</summary>
public sealed record FirstStepsView(Plan Plan, IReadOnlyList<FirstStepLine> Lines)
{
    public int Finished => Lines.Count(l => l.State != FirstStepState.Open);

    /// <summary>What comes next; null: nothing is left.</summary>
    public FirstStepLine? Next => Lines.FirstOrDefault(l => l.State == FirstStepState.Open);
}
