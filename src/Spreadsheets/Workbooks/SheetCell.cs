namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>What a cell holds: its text (of a formula the value that was saved with it), and the day where it is a date.</summary>
/// <param name="IsNumber">A number of the sheet: a dot in its text is the decimal point, whatever people type dots for.</param>
internal readonly record struct SheetCell(string Text, DateOnly? Date = null, bool IsNumber = false)
{
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Holds only what a merged range repeats in each of its cells.</summary>
    public bool IsSpread { get; init; }

    /// <summary>A formula that no program has worked out: what it would say is not in the file.</summary>
    public bool IsUncomputed { get; init; }

    /// <summary>What stood there, where the letters of an old font were put into Unicode.</summary>
    public string? Was { get; init; }

    /// <summary>Letters were lost, or belong to a font that nobody knows: the text is no text.</summary>
    public bool IsBroken { get; init; }
}
