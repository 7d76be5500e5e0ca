namespace NtmServerless.Domain.Plans;

/// <summary>What the plan leaves open; it can be loaded all the same.</summary>
/// <param name="Path">JSON path of the empty place.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
public sealed record PlanOpenPoint(string Path, string Code);
