namespace NtmServerless.Pages.Registrations;

/// <summary>A list of people on its way into a class: nothing yet, or read and shown line by line.</summary>
/// <param name="Lines">Null before a file was read.</param>
/// <param name="UnknownColumns">Headers that were not understood and left out.</param>
/// <param name="RowsJson">The list as it was read and mended, as it is sent back.</param>
public sealed record ImportView(Plan Plan, TrainingClass Class, IReadOnlyList<ImportLine>? Lines, IReadOnlyList<string> UnknownColumns, string RowsJson)
{
    // A form has so many fields at most; the rest follows when those are mended.
    private const int MostMended = 150;

    public IReadOnlyList<ImportWord> Words { get; init; } = [];

    public IReadOnlyList<ImportLeft> Left { get; init; } = [];

    /// <summary>Lines that are hidden in the file.</summary>
    public int Hidden { get; init; }

    /// <summary>The lines with something to mend or to look at, those that keep somebody out first.</summary>
    public IReadOnlyList<ImportLine> Mended => [.. Mendable.Take(MostMended)];

    /// <summary>The lines of which only the officer knows whether they are another person, also those that were said to be one.</summary>
    public IReadOnlyList<ImportLine> Alike => [.. (Lines ?? []).Where(l => l.Like is not null)];

    public int NotShown => Math.Max(0, Mendable.Count() - MostMended);

    public int Count(ImportState state) => Lines?.Count(l => l.State == state) ?? 0;

    private IEnumerable<ImportLine> Mendable => (Lines ?? []).Where(l => l.Fields.Count > 0 && l.State is ImportState.Wrong or ImportState.Good)
        .OrderBy(l => l.State == ImportState.Wrong ? 0 : 1).ThenBy(l => l.Id);
}

/// <summary>What came of a list.</summary>
/// <param name="Rest">The lines that can still be mended, as they are sent back; null: none.</param>
public sealed record ImportResult(Plan Plan, TrainingClass Class, IReadOnlyList<ImportAnswer> Answers, int RestCount = 0, string? Rest = null)
{
    public IReadOnlyList<ImportAnswer> Of(ImportOutcome outcome) => [.. Answers.Where(a => a.Outcome == outcome)];
}
