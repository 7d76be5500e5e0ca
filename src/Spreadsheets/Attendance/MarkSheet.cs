using System.Globalization;
using MiniExcelLibs;

namespace NtmServerless.Spreadsheets.Attendance;

/// <summary>Writes the attendance sheet of a class: its id and title, the legend, then a line a person and a column a session.</summary>
internal static class MarkSheet
{
    private const int Noon = 12;
    private const int Evening = 18;

    public static byte[] Write(
        TrainingClass c, Plan plan, IReadOnlyList<Registration> registrations, IReadOnlyList<AttendanceSheet> sheets, VietnameseTexts texts)
    {
        List<object?[]> lines =
        [
            [texts["sheets.class-id"], c.Id],
            [texts["sheets.class"], c.Title, null, plan.FindUnit(c.HostUnitId)?.ShortName],
            [texts["sheets.legend"], texts["sheets.marks"]],
            [
                texts["sheets.code"], texts.Column(PersonField.FullName), texts.Column(PersonField.BirthYear), texts.Column(PersonField.Village),
                .. c.Sessions.Select(s => Title(s, texts)),
            ],
        ];
        HashSet<string> marked = [.. sheets.SelectMany(s => s.Marks.Keys)];
        foreach (Registration r in registrations.Where(r => Comes(r, marked)).OrderBy(r => r.Sequence))
            lines.Add([r.Code, r.Applicant.FullName, r.Applicant.BirthYear, r.Applicant.Village, .. c.Sessions.Select(s => MarkOf(r, s, sheets))]);

        int width = lines.Max(l => l.Length);
        string[] columns = [.. Enumerable.Range(0, width).Select(i => i.ToString("00", CultureInfo.InvariantCulture))];
        using MemoryStream file = new();
        MiniExcel.SaveAs(
            file, lines.Select(l => columns.Select((name, i) => (name, Value: l.ElementAtOrDefault(i))).ToDictionary(v => v.name, v => v.Value)),
            printHeader: false, sheetName: texts["sheets.attendance-sheet"], configuration: SheetStyle.Wide);
        return FinishedFile.Of(file);
    }

    private static bool Comes(Registration r, HashSet<string> marked) =>
        r is { AnonymisedAt: null, Status: RegistrationStatus.Confirmed or RegistrationStatus.WalkIn } || r.IsActive && marked.Contains(r.Code);

    private static string Title(Session s, VietnameseTexts texts)
    {
        DateTimeOffset local = s.StartsAt.ToOffset(VietnamTime.Offset);
        string part = texts[local.Hour switch { < Noon => "sheets.morning", < Evening => "sheets.afternoon", _ => "sheets.evening" }];
        return texts["sheets.session", ("number", s.Number), ("part", part), ("day", local.ToString("dd/MM", CultureInfo.InvariantCulture))];
    }

    private static string? MarkOf(Registration r, Session s, IReadOnlyList<AttendanceSheet> sheets) =>
        sheets.FirstOrDefault(sheet => sheet.Session == s.Number)?.Marks.TryGetValue(r.Code, out Mark mark) is true ? MarkWords.Of(mark) : null;
}
