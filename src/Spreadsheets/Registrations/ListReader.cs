namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>
/// Goes through a sheet row by row, from one list to the next: each row becomes a person or is kept as left out, with the reason.
/// </summary>
internal sealed class ListReader(Sheet sheet, Plan plan, string? ownUnitId)
{
    // Titles between two lists of a sheet.
    private const int MostBetween = 8;

    private readonly CommuneNames _communes = new(plan);
    private readonly LeftOutLines _left = new(sheet.Name);
    private readonly List<SheetRow> _between = [];
    private readonly HashSet<string> _unknown = [];
    private string? _commune;
    private string? _village;
    private bool _ended;

    public IEnumerable<LeftOutRows> Left => _left.All;

    public IEnumerable<string> Unknown => _unknown;

    /// <summary>The people of the sheet in its order.</summary>
    public IEnumerable<RosterRow> People()
    {
        SheetRow[] rows = [.. sheet.Rows.Select(Letters.Mend)];
        RowReader? reader = null;
        for (int i = 0; i < rows.Length; i++)
        {
            SheetRow row = rows[i];
            if (MayBeHead(row, reader) && RosterHeader.At(rows, i) is { } head)
            {
                Begin(head, reader?.Header);
                if (reader?.Header.IsLike(head) != true) reader = new RowReader(head, _communes, plan);
                for (; i <= head.LastRow; i++) _left.Add(rows[i], LeftOut.Head);
                i = head.LastRow;
            }
            else if (reader is null)
            {
                Leave(row, LeftOut.Above);
            }
            else if (WhyLeft(rows, i, reader) is { } why)
            {
                Leave(row, why);
            }
            else
            {
                _ended = false;
                _between.Clear();
                yield return reader.Read(sheet.Name, row, _commune, _village);
            }
        }
    }

    /// <summary>Every row of a sheet that is not read.</summary>
    public static IEnumerable<LeftOutRows> Whole(Sheet sheet, LeftOut why)
    {
        LeftOutLines left = new(sheet.Name);
        foreach (SheetRow row in sheet.Rows) left.Add(row, why);
        return left.All;
    }

    public static bool HasList(Sheet sheet)
    {
        SheetRow[] rows = [.. sheet.Rows.Select(Letters.Mend)];
        return Enumerable.Range(0, rows.Length).Any(i => RosterHeader.At(rows, i) is not null);
    }

    // A head stands where no person does: somebody may be called by a word of a head, but not in the column of the names.
    private static bool MayBeHead(SheetRow row, RowReader? reader) =>
        reader is null || reader.Name(row) is var name && (name.Length == 0 || HeaderWords.Find(name) == RosterColumn.FullName
            || reader.Header.Of(RosterColumn.FullName).All(c => row[c].IsEmpty || HeaderWords.Find(row[c].Text) is not null));

    // The same head again, as on each page of a print, changes nothing; another begins a list of its own.
    private void Begin(RosterHeader head, RosterHeader? before)
    {
        string? titled = _between.SelectMany(r => r.Texts).Select(_communes.FindIn).FirstOrDefault(id => id is not null);
        if (before?.IsLike(head) != true) (_commune, _village) = (ownUnitId ?? titled ?? _communes.FindIn(sheet.Name), null);
        else if (titled is not null) (_commune, _village) = (ownUnitId ?? titled, null);
        _unknown.UnionWith(head.Unknown);
        _between.Clear();
        _ended = false;
    }

    private void Leave(SheetRow row, LeftOut why)
    {
        _left.Add(row, why);
        if (why is LeftOut.Above or LeftOut.Below) _between.Add(row);
    }

    private LeftOut? WhyLeft(SheetRow[] rows, int i, RowReader reader)
    {
        SheetRow row = rows[i];
        string name = reader.Name(row);
        if (FooterWords.IsTotal(row, name)) return LeftOut.Total;
        if (reader.HasBirthYear(row)) return name.Any(char.IsLetter) || !_ended ? null : LeftOut.Below;
        if (FooterWords.IsEnd(row, name))
        {
            _ended = true;
            return LeftOut.Below;
        }

        if (IsTitleOfNext(rows, i, reader)) return LeftOut.Above;
        if (IsSection(row)) return LeftOut.Section;
        if (RosterHeader.IsNumbering(row)) return LeftOut.Head;
        if (reader.IsBlank(row)) return LeftOut.Number;
        return _ended ? LeftOut.Below : null;
    }

    // A line by itself, and soon after it a head.
    private static bool IsTitleOfNext(SheetRow[] rows, int i, RowReader reader)
    {
        for (int at = i; at < Math.Min(rows.Length, i + MostBetween); at++)
        {
            if (at > i && MayBeHead(rows[at], reader) && RosterHeader.At(rows, at) is not null) return true;
            if (rows[at].Texts.Skip(2).Any() || rows[at].Texts.Any(t => t.All(char.IsAsciiDigit))) return false;
        }

        return false;
    }

    // "I. Xã Gia Cát", "Thôn Pò Cại": a line that says where those below it live.
    private bool IsSection(SheetRow row)
    {
        string[] texts = [.. row.Texts.Where(t => t.Any(char.IsLetter) && t.Trim('.', ')', ' ').Any(c => !"IVXLC".Contains(c, StringComparison.Ordinal)))];
        if (texts is not [var text]) return false;
        if (RowReader.IsVillage(text) && !text.Contains(',', StringComparison.Ordinal))
        {
            _village = text;
            return true;
        }

        if ((_communes.Find(text) ?? _communes.FindIn(text)) is not { } id) return false;
        (_commune, _village) = (id, null);
        return true;
    }
}
