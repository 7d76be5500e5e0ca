namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Puts the rows of a sheet together, whatever kind of file they come from; a merged range holds its value in each of its cells.</summary>
internal sealed class SheetBuilder(CellBudget budget)
{
    /// <summary>More rows with something in them than any list of people has.</summary>
    public const int MaxRows = 5_000;
    public const int MaxColumns = 100;
    private const int MaxMerges = 5_000;
    private const int MaxMergedCells = 200_000;

    private readonly SortedDictionary<int, SheetRow> _rows = [];
    private readonly List<((int Row, int Column) First, (int Row, int Column) Last)> _merged = [];

    /// <exception cref="InvalidInputException">On field <c>file</c>: <c>xlsx-too-large</c>, <c>too-many</c>.</exception>
    public void Set(int line, int column, SheetCell value, bool hidden)
    {
        if (column >= MaxColumns || value is { IsEmpty: true, IsUncomputed: false }) return;
        budget.Spend(value);
        if (!_rows.TryGetValue(line, out SheetRow? row))
        {
            if (_rows.Count == MaxRows) throw new InvalidInputException("file", "too-many", ("most", MaxRows));
            _rows[line] = row = new SheetRow(line, [], hidden);
        }

        row.Cells[column] = value;
    }

    public void Merge((int Row, int Column) first, (int Row, int Column) last)
    {
        if (_merged.Count < MaxMerges) _merged.Add((first, last));
    }

    public IReadOnlyList<SheetRow> Rows()
    {
        int left = MaxMergedCells;
        foreach (((int Row, int Column) first, (int Row, int Column) last) in _merged)
        {
            if (!_rows.TryGetValue(first.Row, out SheetRow? origin) || origin[first.Column] is not { IsEmpty: false } value) continue;
            int right = Math.Min(last.Column, MaxColumns - 1);
            foreach (SheetRow row in _rows.Values.Where(r => r.Line >= first.Row && r.Line <= last.Row))
                for (int column = first.Column; column <= right; column++)
                {
                    if (--left < 0) throw new InvalidInputException("file", "xlsx-too-large");
                    if (row.Cells.TryAdd(column, value with { IsSpread = true })) budget.Spend(value);
                }
        }

        return [.. _rows.Values];
    }
}
