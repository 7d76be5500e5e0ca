namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>One sheet of a file with the rows that hold something.</summary>
/// <param name="Name">As its tab shows it; empty in a file that has no tabs.</param>
internal sealed record Sheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The sheets that people see who open the file.</summary>
    public static IEnumerable<Sheet> Visible(IEnumerable<Sheet> sheets) => sheets.Where(s => !s.IsHidden);
}
