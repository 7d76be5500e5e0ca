namespace NtmServerless.Spreadsheets.Attendance;

/// <summary>One filled mark of the sheet.</summary>
/// <param name="Line">Number of the row in the sheet, from 1.</param>
public sealed record AttendanceRow(int Line, string Code, int Session, Mark Mark);

/// <summary>What is wrong with a line; codes of <c>fields.json</c>, fields <c>code</c> and <c>session-3</c>.</summary>
public sealed record AttendanceLineError(int Line, FieldError Error);

/// <summary>The attendance of a class as a sheet: out for a commune without a connection, and back in.</summary>
/// <param name="ClassId">The class that the sheet was made for; the caller holds it against the class it is brought to.</param>
/// <param name="Rows">Only cells that are filled.</param>
public sealed record AttendanceFile(ClassId ClassId, IReadOnlyList<AttendanceRow> Rows, IReadOnlyList<AttendanceLineError> Errors)
{
    /// <summary>The sheet of a class with the marks so far: who has a seat, who walked in, and whoever is marked already.</summary>
    public static byte[] Write(
        TrainingClass c, Plan plan, IReadOnlyList<Registration> registrations, IReadOnlyList<AttendanceSheet> sheets, VietnameseTexts texts) =>
        MarkSheet.Write(c, plan, registrations, sheets, texts);

    /// <summary>Reads a sheet that came back, with columns moved or added and marks as people write them.</summary>
    /// <exception cref="InvalidInputException">
    /// On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>too-many</c>, <c>attendance-no-class</c>, <c>attendance-no-header</c>.
    /// </exception>
    public static AttendanceFile Read(Stream xlsx, CancellationToken cancellation = default)
    {
        // Whoever filled it in may have put a sheet of notes before it.
        IReadOnlyList<SheetRow>[] sheets = [.. Sheet.Visible(WorkbookFile.Read(xlsx, cancellation)).Select(s => s.Rows)];
        IReadOnlyList<SheetRow> sheet = sheets.FirstOrDefault(s => MarkColumns.ClassId(s) is not null && MarkColumns.Find(s) is not null)
            ?? sheets.FirstOrDefault() ?? throw new InvalidInputException("file", "attendance-no-header");
        ClassId classId = MarkColumns.ClassId(sheet) ?? throw new InvalidInputException("file", "attendance-no-class");
        (int header, MarkColumns columns) = MarkColumns.Find(sheet) ?? throw new InvalidInputException("file", "attendance-no-header");
        List<AttendanceRow> rows = [];
        List<AttendanceLineError> errors = [];
        HashSet<(string Code, int Session)> seen = [];
        foreach (SheetRow row in sheet.Skip(header + 1))
        {
            (int Session, string Text)[] filled = [.. columns.Filled(row)];
            if (filled.Length == 0) continue;
            if (columns.Code(row) is not { } code)
            {
                // A total under the list has numbers, but names nobody.
                if (columns.Names(row)) errors.Add(new AttendanceLineError(row.Line, new FieldError("code", "attendance-code-lost")));
                continue;
            }

            foreach ((int session, string text) in filled)
            {
                string field = $"session-{session}";
                if (MarkWords.Read(text) is not { } mark) errors.Add(new AttendanceLineError(row.Line, new FieldError(field, "attendance-mark")));
                else if (!seen.Add((code, session))) errors.Add(new AttendanceLineError(row.Line, new FieldError(field, "attendance-twice")));
                else rows.Add(new AttendanceRow(row.Line, code, session, mark));
            }
        }

        return new AttendanceFile(classId, rows, errors);
    }
}
