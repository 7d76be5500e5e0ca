namespace NtmServerless.Domain.FirstSteps;

/// <summary>One of the first steps, and how far it is.</summary>
/// <param name="Left">How much of it is left: places of the plan, units, accounts; 0: nothing.</param>
/// <param name="All">Of how many; of the first class, how many are in the plan's list so far.</param>
/// <param name="Aside">What the office wrote when it set the step aside; null: it did not.</param>
public sealed record FirstStepLine(FirstStep Step, FirstStepState State, int Left, int All, StepSetAside? Aside);
