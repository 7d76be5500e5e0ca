namespace NtmServerless.Domain.Plans;

/// <summary>What an office should look at; it can go on all the same.</summary>
/// <param name="Path">JSON path.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
/// <param name="Parameters">What the text's placeholders stand for.</param>
public sealed record PlanWarning(string Path, string Code, IReadOnlyDictionary<string, string> Parameters);
