using System.Globalization;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Collects the rows of one sheet that are no people, by the reason.</summary>
internal sealed class LeftOutLines(string sheet)
{
    private const int Quoted = 3;
    private const int Longest = 80;

    private readonly SortedDictionary<LeftOut, List<SheetRow>> _rows = [];

    public void Add(SheetRow row, LeftOut why)
    {
        if (!_rows.TryGetValue(why, out List<SheetRow>? rows)) _rows[why] = rows = [];
        rows.Add(row);
    }

    public IEnumerable<LeftOutRows> All => _rows.Select(r => new LeftOutRows(
        sheet, r.Key, r.Value.Count, Ranges([.. r.Value.Select(row => row.Line).Order()]),
        string.Join("; ", r.Value.Select(row => PlainText.OneLine(string.Join(' ', row.Texts), Longest)).Where(t => t.Length > 0).Distinct().Take(Quoted))));

    private static string Ranges(int[] lines)
    {
        List<string> ranges = [];
        for (int from = 0, to; from < lines.Length; from = to + 1)
        {
            for (to = from; to + 1 < lines.Length && lines[to + 1] == lines[to] + 1;) to++;
            ranges.Add(to == from ? Number(lines[from]) : $"{Number(lines[from])}–{Number(lines[to])}");
        }

        return string.Join(", ", ranges);
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}
