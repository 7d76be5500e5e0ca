namespace NtmServerless.Pages.Classes;

/// <summary>The classes of a plan that a filter left, by what they mean for whoever looks.</summary>
/// <param name="All">Every class of the plan.</param>
/// <param name="Counts">How many of each group the filter left.</param>
/// <param name="Group">The only group that is shown; null: all.</param>
/// <param name="AllGroups">Path and query of the list with its filter and without a group.</param>
public sealed record ClassList(
    Plan Plan, Slice<ClassLine> Found, IReadOnlyList<TrainingClass> All, IReadOnlyDictionary<ClassGroup, int> Counts,
    ClassGroup? Group, string AllGroups, string FileAddress, bool MayPlan)
{
    /// <summary>The number behind the figure that led here; null: none did.</summary>
    public ClassCount? Count { get; init; }

    /// <summary>Its sum over all classes that the filter left, on this page and on others.</summary>
    public long Sum { get; init; }

    /// <summary>Accepted classes that units declared, which the figure counts as well; they stand in a list of their own.</summary>
    public IReadOnlyList<DeclaredClass> Declared { get; init; } = [];
}
