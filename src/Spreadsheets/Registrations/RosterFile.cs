namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>One person of a list.</summary>
/// <param name="Line">Number of the row in the sheet, from 1, as the spreadsheet shows it.</param>
/// <param name="Form">What could be read. Consent is not in a list: whoever takes the list over says that it was given.</param>
/// <param name="Errors">What could not be read or breaks a rule of the form, by its fields; codes of <c>fields.json</c>.</param>
/// <param name="SameAsLine">The line above that names the same person, or null.</param>
public sealed record RosterRow(int Line, RegistrationForm Form, IReadOnlyList<FieldError> Errors, int? SameAsLine);

/// <summary>A list of people as communes send it: titles above, headers of one or two rows, sections, totals and signatures below.</summary>
/// <param name="UnknownColumns">Headers of columns that were not understood and left out.</param>
public sealed record RosterFile(IReadOnlyList<RosterRow> Rows, IReadOnlyList<string> UnknownColumns)
{
    /// <summary>More people than any class takes.</summary>
    public const int MaxRows = 600;

    /// <summary>Reads the first sheet that holds a list.</summary>
    /// <param name="ownUnitId">The commune of whoever sends it, for lists that name none; null: the list must.</param>
    /// <exception cref="InvalidInputException">
    /// On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>roster-no-header</c>, <c>roster-empty</c>, <c>too-many</c>.
    /// </exception>
    public static RosterFile Read(Stream xlsx, Plan plan, string? ownUnitId = null, CancellationToken cancellation = default)
    {
        foreach (IReadOnlyList<SheetRow> sheet in WorkbookFile.Read(xlsx, cancellation))
            if (RosterHeader.Find(sheet) is { } header)
                return Read(sheet, header, plan, ownUnitId);
        throw new InvalidInputException("file", "roster-no-header");
    }

    /// <summary>An empty list to fill in, with an example and the words that it understands on a second sheet.</summary>
    public static byte[] Template(Plan plan) => RosterTemplate.Write(plan);

    private static RosterFile Read(IReadOnlyList<SheetRow> sheet, RosterHeader header, Plan plan, string? ownUnitId)
    {
        CommuneNames communes = new(plan);
        RowReader reader = new(header, communes, plan);
        string? commune = ownUnitId ?? sheet.Take(header.LastRow).SelectMany(r => r.Texts).Select(communes.FindIn).FirstOrDefault(id => id is not null);
        string? village = null;
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        List<RosterRow> rows = [];
        foreach (SheetRow row in sheet.Skip(header.LastRow + 1))
        {
            if (reader.BirthYear(row) is null)
            {
                if (FooterWords.Begin(row, reader.Name(row))) break;
                if (IsSection(row, reader, communes, ref commune, ref village)) continue;
            }

            if (reader.Name(row).Length == 0 && IsBlank(row, header)) continue;
            if (rows.Count == MaxRows) throw new InvalidInputException("file", "too-many", ("most", MaxRows));
            (RegistrationForm form, IReadOnlyList<FieldError> errors) = reader.Read(row, commune, village);
            string person = PersonKey.Of(form.FullName ?? "", form.BirthYear ?? 0, form.Village ?? "", form.UnitId ?? "");
            bool seen = !lines.TryAdd(person, row.Line);
            rows.Add(new RosterRow(row.Line, form, errors, seen ? lines[person] : null));
        }

        return rows.Count > 0 ? new RosterFile(rows, header.Unknown) : throw new InvalidInputException("file", "roster-empty");
    }

    // "I. Xã Gia Cát", "Thôn Pò Cại": a line that says where those below it live.
    private static bool IsSection(SheetRow row, RowReader reader, CommuneNames communes, ref string? commune, ref string? village)
    {
        string[] texts = [.. row.Texts.Where(t => t.Any(char.IsLetter) && t.Trim('.', ')', ' ').Any(c => !"IVXLC".Contains(c, StringComparison.Ordinal)))];
        if (texts is not [var text]) return false;
        if (RowReader.IsVillage(text) && !text.Contains(',', StringComparison.Ordinal))
        {
            village = text;
            return true;
        }

        if ((communes.Find(text) ?? communes.FindIn(text)) is not { } id) return false;
        (commune, village) = (id, null);
        return true;
    }

    // Only an ordinal number, or nothing that a person is known by.
    private static bool IsBlank(SheetRow row, RosterHeader header) =>
        !row.Cells.Keys.Any(column => header.Columns.GetValueOrDefault(column, RosterColumn.Known) is not RosterColumn.Known);
}
