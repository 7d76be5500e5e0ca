namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Where a list begins, and what each of its columns says; titles may stand above it and it may have two rows.</summary>
internal sealed record RosterHeader(int LastRow, IReadOnlyDictionary<int, RosterColumn> Columns, IReadOnlyList<string> Unknown)
{
    /// <summary>The header that begins at a row: it names the person and something else; null where there is none.</summary>
    /// <remarks><see cref="LastRow"/> is a position in <paramref name="rows"/>.</remarks>
    public static RosterHeader? At(IReadOnlyList<SheetRow> rows, int i)
    {
        Dictionary<int, RosterColumn> columns = Named(rows[i]);
        if (!columns.ContainsValue(RosterColumn.FullName) || columns.Values.Where(c => c != RosterColumn.Known).Distinct().Count() < 2) return null;
        int last = i + 1 < rows.Count && IsSecondRow(rows[i], rows[i + 1]) ? i + 1 : i;
        // "Nam" and "Nữ" under "Giới tính" or "Năm sinh" say more than what stands above them.
        foreach ((int column, RosterColumn kind) in Named(rows[last])) columns[column] = kind;
        string[] unknown = [.. rows[last].Cells.Concat(rows[i].Cells)
            .Where(c => !columns.ContainsKey(c.Key) && !c.Value.IsEmpty).Select(c => c.Value.Text).Distinct()];
        if (last + 1 < rows.Count && IsNumbering(rows[last + 1])) last++;
        return new RosterHeader(last, columns, unknown);
    }

    /// <summary>Names the same columns: the head of the list again, as on each page of a print.</summary>
    public bool IsLike(RosterHeader other) => Columns.Count == other.Columns.Count && Columns.All(c => other.Columns.GetValueOrDefault(c.Key) == c.Value);

    public IEnumerable<int> Of(RosterColumn kind) => Columns.Where(c => c.Value == kind).Select(c => c.Key).Order();

    public bool Has(RosterColumn kind) => Columns.Values.Contains(kind);

    /// <summary>(1), (2), (3) ... or A, B, 1, 2: numbers of the columns under the header.</summary>
    public static bool IsNumbering(SheetRow row) =>
        row.Cells.Count > 2 && row.Cells.Values.All(c => c.Text.Trim('(', ')', '[', ']', ' ') is { Length: 1 or 2 } mark && mark.All(char.IsAsciiLetterOrDigit));

    private static Dictionary<int, RosterColumn> Named(SheetRow row)
    {
        Dictionary<int, RosterColumn> columns = [];
        foreach ((int column, SheetCell cell) in row.Cells)
            if (HeaderWords.Find(cell.Text) is { } kind) columns[column] = kind;
        return columns;
    }

    // Each of its cells repeats what a merged cell says above it, or is a word of a header itself.
    private static bool IsSecondRow(SheetRow first, SheetRow second) =>
        second.Cells.All(c => first[c.Key].Text == c.Value.Text || HeaderWords.Find(c.Value.Text) is not null)
        && second.Cells.Values.Any(c => HeaderWords.Find(c.Text) is not null);
}
