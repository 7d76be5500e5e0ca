namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>A row with its number in the sheet (from 1) and the cells that hold something, by column (from 0).</summary>
/// <param name="IsHidden">Hidden or filtered away: whoever made the list did not see it.</param>
internal sealed record SheetRow(int Line, SortedDictionary<int, SheetCell> Cells, bool IsHidden = false)
{
    public SheetCell this[int column] => Cells.GetValueOrDefault(column, new SheetCell(""));

    /// <summary>The different texts of the row: a merged cell counts once.</summary>
    public IEnumerable<string> Texts => Cells.Values.Where(c => !c.IsEmpty).Select(c => c.Text).Distinct();
}
