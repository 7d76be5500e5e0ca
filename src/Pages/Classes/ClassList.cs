using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;

namespace NtmServerless.Pages.Classes;

/// <summary>The classes of a plan that a filter left, in order.</summary>
/// <param name="All">How many classes the plan has by now.</param>
/// <param name="Address">Path and query of the list without its page.</param>
public sealed record ClassList(Plan Plan, IReadOnlyList<TrainingClass> Found, int All, int Page, string Address, string FileAddress, bool MayPlan);
