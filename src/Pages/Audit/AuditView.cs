namespace NtmServerless.Pages.Audit;

/// <summary>Where a line of the audit trail was kept.</summary>
public enum AuditPlace
{
    Trail,
    Communication,
    Tours,
    Documents,
    Class,
}

/// <summary>The audit trail of a month, filtered.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Codes">What happened in the month at all, to choose from.</param>
/// <param name="Names">What records are called, by their ids.</param>
public sealed record AuditView(
    Plan Plan, DateOnly Month, string? Who, string? What, string? Target, ClassId? ClassId, Slice<AuditLine> Lines, IReadOnlyList<string> Codes,
    IReadOnlyList<TrainingClass> Classes, IReadOnlyDictionary<string, string> Names);

/// <summary>The audit trail in words.</summary>
public static class AuditWords
{
    public static string What(this VietnameseTexts texts, AuditLine line) => line.Place switch
    {
        AuditPlace.Class => texts["audit.class-after", ("stage", texts.Word(line.What))],
        AuditPlace.Tours when char.IsUpper(line.What[0]) => texts["audit.tour-after", ("stage", texts.Word(line.What))],
        _ => texts.Code(line.What),
    };

    /// <summary>
    /// What the record of a line is called. An id says nothing to an office: a record that has no name is there to be opened, and one
    /// that cannot be opened is not named.
    /// </summary>
    public static string? Record(this VietnameseTexts texts, AuditLine line, IReadOnlyDictionary<string, string> names) =>
        line.Record is not { Length: > 0 } id ? null
        : names.TryGetValue(id, out string? name) ? name
        : line.Path is not null ? texts["audit.open"]
        : IsMade(id) ? null : id;

    /// <summary>What a code means; a code that has no words is shown as it is rather than hidden.</summary>
    public static string Code(this VietnameseTexts texts, string code) => texts.Has($"audit.what-{code}") ? texts[$"audit.what-{code}"] : texts.Word(code);

    // An id that a machine made; people's are words.
    private static bool IsMade(string id) => id.Length >= 8 && id.Any(char.IsAsciiDigit) && id.All(c => char.IsAsciiHexDigit(c) || c == '-');

    /// <summary>Whether a line is by somebody whose name or unit has these words, with or without accents.</summary>
    public static bool IsBy(this AuditLine line, string words, Plan plan) => line.By.Any(a =>
        Folding.Fold($"{a.Name} {(a.UnitId is { } unit ? plan.FindUnit(unit)?.Name ?? unit : null)}").Contains(Folding.Fold(words), StringComparison.Ordinal));
}
