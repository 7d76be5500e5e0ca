namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// What the cells of a workbook may hold together. One long text that all cells share, or a merged range repeats, is few bytes in the
/// file; whoever looks for words in each cell reads it each time.
/// </summary>
internal sealed class CellBudget
{
    // A list of 600 people has some 300,000.
    private int _characters = 4_000_000;

    /// <exception cref="InvalidInputException">On field <c>file</c>: <c>xlsx-too-large</c>.</exception>
    public void Spend(SheetCell cell)
    {
        if ((_characters -= cell.Text.Length) < 0) throw new InvalidInputException("file", "xlsx-too-large");
    }
}
