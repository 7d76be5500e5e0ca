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

/// <summary>Who changed or looked at what. Names no participant.</summary>
/// <param name="What">A code, or the stage that a class or a tour had after it.</param>
/// <param name="Count">Commands, or people looked at.</param>
public sealed record AuditLine(DateTimeOffset At, IReadOnlyList<Actor> By, string What, int Count, string? Target, AuditPlace Place)
{
    /// <summary>Where its record can be looked at; null: nowhere.</summary>
    public string? Path => Target is null ? null : (Place, What.Split('-')[0]) switch
    {
        (AuditPlace.Class, _) or (_, "roster") or (_, "evidence") => $"/can-bo/lop/{Target}",
        (AuditPlace.Tours, _) or (_, "tour") => $"/can-bo/tham-quan/{Target}",
        (_, "report") => $"/can-bo/bao-cao/{Target}",
        (_, "document") => "/can-bo/van-ban",
        (_, "plan") => $"/can-bo/ke-hoach",
        (_, "workflow") => $"/can-bo/quy-trinh/{Target}",
        _ => null,
    };
}

/// <summary>The audit trail of a month, filtered.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Codes">What happened in the month at all, to choose from.</param>
public sealed record AuditView(
    Plan Plan, DateOnly Month, string? Who, string? What, string? Target, string? ClassId, Slice<AuditLine> Lines, IReadOnlyList<string> Codes,
    IReadOnlyList<TrainingClass> Classes);

/// <summary>The audit trail in words.</summary>
public static class AuditWords
{
    public static string What(this VietnameseTexts texts, AuditLine line) => line.Place switch
    {
        AuditPlace.Class => texts["audit.class-after", ("stage", texts.Word(line.What))],
        AuditPlace.Tours when char.IsUpper(line.What[0]) => texts["audit.tour-after", ("stage", texts.Word(line.What))],
        _ => texts.Code(line.What),
    };

    /// <summary>What a code means; a code that has no words is shown as it is rather than hidden.</summary>
    public static string Code(this VietnameseTexts texts, string code) => texts.Has($"audit.what-{code}") ? texts[$"audit.what-{code}"] : texts.Word(code);

    /// <summary>Whether a line is by somebody whose name or unit has these words, with or without accents.</summary>
    public static bool IsBy(this AuditLine line, string words, Plan plan) => line.By.Any(a =>
        Folding.Fold($"{a.Name} {(a.UnitId is { } unit ? plan.FindUnit(unit)?.Name ?? unit : null)}").Contains(Folding.Fold(words), StringComparison.Ordinal));
}
