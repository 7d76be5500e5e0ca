namespace NtmServerless.Pages.Classes;

/// <summary>The classes of a plan that a filter left, in order.</summary>
/// <param name="All">Every class of the plan.</param>
public sealed record ClassList(Plan Plan, Slice<TrainingClass> Found, IReadOnlyList<TrainingClass> All, string FileAddress, bool MayPlan);
