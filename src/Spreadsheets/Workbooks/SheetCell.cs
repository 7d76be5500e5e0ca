namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>What a cell holds: its text (of a formula the value that was saved with it), and the day where it is a date.</summary>
/// <param name="IsNumber">A number of the sheet: a dot in its text is the decimal point, whatever people type dots for.</param>
internal readonly record struct SheetCell(string Text, DateOnly? Date = null, bool IsNumber = false)
{
    public bool IsEmpty => Text.Length == 0;
}
