namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>What a cell holds: its text (of a formula the value that was saved with it), and the day where it is a date.</summary>
internal readonly record struct SheetCell(string Text, DateOnly? Date = null)
{
    public bool IsEmpty => Text.Length == 0;
}
