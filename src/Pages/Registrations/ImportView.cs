namespace NtmServerless.Pages.Registrations;

/// <summary>A list of people on its way into a class: nothing yet, or read and shown line by line.</summary>
/// <param name="Lines">Null before a file was read.</param>
/// <param name="UnknownColumns">Headers that were not understood and left out.</param>
/// <param name="RowsJson">The lines that can be registered, as they are sent back.</param>
public sealed record ImportView(Plan Plan, TrainingClass Class, IReadOnlyList<ImportLine>? Lines, IReadOnlyList<string> UnknownColumns, string RowsJson)
{
    public int Count(ImportState state) => Lines?.Count(l => l.State == state) ?? 0;
}

/// <summary>What becomes of a line of the list.</summary>
public enum ImportState
{
    Good,
    Wrong,

    /// <summary>The same person stands further up in the list.</summary>
    Twice,

    /// <summary>Is registered in the class already.</summary>
    There,
}

/// <summary>One line of the list.</summary>
/// <param name="Line">Number of the row in the sheet.</param>
/// <param name="Errors">What is wrong and what to do.</param>
/// <param name="SameAsLine">The line that names the same person.</param>
public sealed record ImportLine(int Line, RegistrationForm Form, ImportState State, IReadOnlyList<string> Errors, int? SameAsLine = null);

/// <summary>What came of a list.</summary>
public sealed record ImportResult(Plan Plan, TrainingClass Class, IReadOnlyList<ImportAnswer> Answers)
{
    public IReadOnlyList<ImportAnswer> Of(ImportOutcome outcome) => [.. Answers.Where(a => a.Outcome == outcome)];
}

/// <summary>What came of one line.</summary>
public enum ImportOutcome
{
    Registered,
    Waitlisted,
    There,
    Refused,

    /// <summary>Not written because the storage was busy or away: the same form can be sent again.</summary>
    NotYet,
}

/// <param name="Reason">Why it was refused.</param>
public sealed record ImportAnswer(int Line, string Name, ImportOutcome Outcome, string? Reason = null);
