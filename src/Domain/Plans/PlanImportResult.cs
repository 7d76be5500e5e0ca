namespace NtmServerless.Domain.Plans;

/// <summary>The answer to an import: a plan, or every error in it.</summary>
/// <param name="Plan">The plan; null when there is an error.</param>
/// <param name="Errors">Every error found, in the order of the file as far as it could be read.</param>
/// <param name="OpenPoints">What the plan leaves open; empty when there is an error.</param>
public sealed record PlanImportResult(Plan? Plan, IReadOnlyList<PlanError> Errors, IReadOnlyList<PlanOpenPoint> OpenPoints);
