namespace NtmServerless.Domain.Dates;

/// <summary>Dates that were chosen in spite of warnings, and why.</summary>
/// <param name="Reason">In the words of who chose them.</param>
/// <param name="ByUnitId">The unit of who chose them; the audit has the name.</param>
public sealed record DateChoice(IReadOnlyList<DateWarning> Warnings, string Reason, string ByUnitId, DateTimeOffset At)
{
    /// <summary>Name of the field that takes the reason.</summary>
    public const string ReasonField = "reason";

    private const int ReasonCharacters = 300;

    /// <summary>What of it is about days that still stand; null: nothing, it is history.</summary>
    public DateChoice? About(IReadOnlyCollection<DateOnly> days) =>
        Warnings.Where(w => days.Contains(w.Day)).ToArray() is { Length: > 0 } standing ? this with { Warnings = standing } : null;

    /// <summary>What is kept of a choice; null where there was nothing to warn of, whatever reason was given.</summary>
    /// <exception cref="DatesWarnedException">There are warnings, each at its field, and no reason.</exception>
    public static DateChoice? Of(IReadOnlyList<(string Field, DateWarning Warning)> warned, string? reason, string byUnitId, DateTimeOffset now)
    {
        if (warned.Count == 0) return null;
        Checks checks = new();
        string? why = checks.OptionalText(ReasonField, reason, ReasonCharacters);
        checks.ThrowIfAny();
        return why is null
            ? throw new DatesWarnedException([.. warned.Select(w => w.Warning.At(w.Field)), new FieldError(ReasonField, "date-reason-needed")])
            : new DateChoice([.. warned.Select(w => w.Warning)], why, byUnitId, now);
    }
}
