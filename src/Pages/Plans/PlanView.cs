namespace NtmServerless.Pages.Plans;

/// <summary>The plan of a year, what it leaves open, and which plans there are.</summary>
/// <param name="Plan">Null before any plan was loaded.</param>
/// <param name="Passed">Windows that are over.</param>
/// <param name="MayLoad">The officer loads and copies plans.</param>
/// <param name="Errors">Why a file that was just sent is not a plan; empty: none was, or it is one.</param>
public sealed record PlanView(
    Plan? Plan, IReadOnlyList<Plan> All, IReadOnlyList<PlanOpenPoint> OpenPoints, IReadOnlyList<PlanWarning> Passed, bool MayLoad, int ThisYear,
    IReadOnlyList<PlanError> Errors);

/// <summary>A copy of a plan for another year, before it is saved.</summary>
/// <param name="ToReview">Texts that still name the old year.</param>
public sealed record PlanCopyView(Plan Plan, Plan Copy, IReadOnlyList<PlanWarning> ToReview);
