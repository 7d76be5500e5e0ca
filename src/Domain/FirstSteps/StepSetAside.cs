namespace NtmServerless.Domain.FirstSteps;

/// <summary>A step that an office does without, and why; of <see cref="FirstStep.Backup"/>, who keeps the copy and where.</summary>
/// <param name="By">Name of the officer who decided.</param>
public sealed record StepSetAside(FirstStep Step, string Reason, DateTimeOffset At, [property: Personal(PersonalDatum.Trace)] string By);
