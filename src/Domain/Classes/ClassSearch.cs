namespace NtmServerless.Domain.Classes;

/// <summary>A class with the plan that it belongs to, whose words describe it.</summary>
public sealed record ClassOfPlan(Plan Plan, TrainingClass Class)
{
    /// <summary>What the class is about, as a heading: its own title where the office gave it one, else its stream's.</summary>
    public string Title => Plan.FindStream(Class.StreamId) is { } stream && Class.Title == stream.Title ? StreamTitle : AsHeading(Class.Title);

    /// <summary>The stream of the class, as a heading.</summary>
    public string StreamTitle => AsHeading(Plan.FindStream(Class.StreamId)?.DisplayTitle ?? Class.Title);

    public string UnitName(string unitId) => Plan.FindUnit(unitId)?.ShortName ?? unitId;

    /// <summary>The topics of the class, in the plan's order and words.</summary>
    public IEnumerable<string> Topics => Plan.Topics.Where(t => Class.TopicIds.Contains(t.Id)).Select(t => t.Text);

    private static string AsHeading(string title) => char.ToUpperInvariant(title[0]) + title[1..];
}

/// <summary>What somebody looks for among the classes; whatever is null does not matter.</summary>
/// <param name="HostUnitId">The commune at which it is held.</param>
/// <param name="From">Its first session is on this local date or later.</param>
/// <param name="Text">Words, with accents or without, all of which occur in what describes the class.</param>
public sealed record ClassSearch(string? HostUnitId, string? StreamId, DateOnly? From, string? Text)
{
    public bool IsEmpty => HostUnitId is null && StreamId is null && From is null && Text is null;

    /// <summary>
    /// The classes that match, by date. Who typed accents meant them: classes that have the words exactly so come first.
    /// </summary>
    public IReadOnlyList<ClassOfPlan> In(IEnumerable<ClassOfPlan> classes)
    {
        string[] words = Folding.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. from c in classes
               where HostUnitId is null || c.Class.HostUnitId == HostUnitId
               where StreamId is null || c.Class.StreamId == StreamId
               where From is null || c.Class.FirstDay >= From
               let description = Describe(c)
               let folded = Folding.Fold(description)
               where words.All(w => folded.Contains(w, StringComparison.Ordinal))
               orderby Text is null || HasAsTyped(description) ? 0 : 1, c.Class.FirstStart, c.Class.Id
               select c,
        ];
    }

    private bool HasAsTyped(string description) => PlainText.Composed(description)
        .Contains(PlainText.Composed(Text!.Trim()), StringComparison.OrdinalIgnoreCase);

    private static string Describe(ClassOfPlan c) => string.Join('\n',
        [c.StreamTitle, c.Class.Title, c.Class.Announcement?.Venue, c.UnitName(c.Class.HostUnitId), c.UnitName(c.Class.LeadUnitId), .. c.Topics]);
}
