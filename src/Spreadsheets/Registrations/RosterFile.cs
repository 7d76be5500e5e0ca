namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>A list of people as communes send it: titles above, headers of one or two rows, sections, totals and signatures below.</summary>
/// <param name="Left">Every row that is no person of the list: with <paramref name="Rows"/> they are all that the file holds.</param>
/// <param name="UnknownColumns">Headers of columns that were not understood and left out.</param>
public sealed record RosterFile(IReadOnlyList<RosterRow> Rows, IReadOnlyList<LeftOutRows> Left, IReadOnlyList<string> UnknownColumns)
{
    /// <summary>More people than any class takes.</summary>
    public const int MaxRows = 600;

    /// <summary>Reads all lists of all sheets that people see; XLSX, ODS or CSV.</summary>
    /// <param name="ownUnitId">The commune of whoever sends it, for lists that name none; null: the list must.</param>
    /// <exception cref="InvalidInputException">
    /// On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>csv-encoding</c>, <c>roster-no-header</c>, <c>roster-hidden</c>,
    /// <c>roster-empty</c>, <c>too-many</c>.
    /// </exception>
    public static RosterFile Read(Stream file, Plan plan, string? ownUnitId = null, CancellationToken cancellation = default)
    {
        List<RosterRow> people = [];
        List<LeftOutRows> left = [];
        List<string> unknown = [];
        bool found = false;
        IReadOnlyList<Sheet> sheets = WorkbookFile.Read(file, cancellation);
        foreach (Sheet sheet in sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sheet.IsHidden || !ListReader.HasList(sheet))
            {
                left.AddRange(ListReader.Whole(sheet, sheet.IsHidden ? LeftOut.HiddenSheet : LeftOut.NoList));
                continue;
            }

            found = true;
            ListReader reader = new(sheet, plan, ownUnitId);
            foreach (RosterRow row in reader.People())
            {
                if (people.Count == MaxRows) throw new InvalidInputException("file", "too-many", ("most", MaxRows));
                people.Add(row);
            }

            left.AddRange(reader.Left);
            unknown.AddRange(reader.Unknown.Except(unknown));
        }

        if (!found) throw new InvalidInputException("file", sheets.Any(s => s.IsHidden && ListReader.HasList(s)) ? "roster-hidden" : "roster-no-header");
        return people.Count > 0 ? new RosterFile(people, left, unknown) : throw new InvalidInputException("file", "roster-empty");
    }

    /// <summary>An empty list to fill in, with an example and the words that it understands on a second sheet.</summary>
    public static byte[] Template(Plan plan) => RosterTemplate.Write(plan);
}
