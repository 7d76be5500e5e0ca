namespace NtmServerless.Domain.Plans;

/// <summary>Why a plan cannot be loaded.</summary>
/// <param name="Path">JSON path such as <c>$.streams[1].lead.unitIds[0]</c>.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
/// <param name="Parameters">What the text's placeholders stand for.</param>
public sealed record PlanError(string Path, string Code, IReadOnlyDictionary<string, string> Parameters);
