namespace NtmServerless.Domain.Classes;

/// <summary>What somebody looks for among the classes; whatever is null does not matter.</summary>
/// <param name="HostUnitId">The commune at which it is held.</param>
/// <param name="From">Its first session is on this local date or later, or it waits for a day.</param>
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
               where From is null || c.Class.Stage == ClassStage.Postponed || c.Class.FirstDay >= From
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
