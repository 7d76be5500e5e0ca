namespace NtmServerless.Domain.Plans;

/// <summary>Why a plan cannot be loaded.</summary>
/// <param name="Path">JSON path such as <c>$.streams[1].lead.unitIds[0]</c>.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
/// <param name="Parameters">What the text's placeholders stand for.</param>
public sealed record PlanError(string Path, string Code, IReadOnlyDictionary<string, string> Parameters);

/// <summary>What the plan leaves open; it can be loaded all the same.</summary>
/// <param name="Path">JSON path of the empty place.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
public sealed record PlanOpenPoint(string Path, string Code);

/// <summary>What an office should look at; it can go on all the same.</summary>
/// <param name="Path">JSON path.</param>
/// <param name="Code">Stable code; its text belongs to the translator.</param>
/// <param name="Parameters">What the text's placeholders stand for.</param>
public sealed record PlanWarning(string Path, string Code, IReadOnlyDictionary<string, string> Parameters);

/// <summary>The answer to an import: a plan, or every error in it.</summary>
/// <param name="Plan">The plan; null when there is an error.</param>
/// <param name="Errors">Every error found, in the order of the file as far as it could be read.</param>
/// <param name="OpenPoints">What the plan leaves open; empty when there is an error.</param>
public sealed record PlanImportResult(Plan? Plan, IReadOnlyList<PlanError> Errors, IReadOnlyList<PlanOpenPoint> OpenPoints);
