using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Attendance;

/// <summary>Who was there, session by session: "x" present, "P" absent and excused, "-" absent.</summary>
internal sealed class AttendedList(VietnameseTexts texts)
{
    private const double SessionWidth = 13;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public OpenXmlElement Of(ClassFile file)
    {
        Session[] sessions = [.. file.Class.Sessions];
        Column[] columns =
        [
            new(Words["column.order"], 11, Align.Center), new(Words["column.name"], 50), new(Words["column.birth-year"], 15, Align.Center),
            new(Words["column.sex"], 14, Align.Center), new(Words["column.ethnic-group"], 17, Align.Center), new(Words["column.role"], 0),
            new(Words["column.place"], 48),
            .. sessions.Select(s => new Column(Words["column.session-number", ("number", $"{s.Number}")], SessionWidth, Align.Center)),
        ];
        IReadOnlyList<Registration> people = People.ByName(file.Registrations.Where(r =>
            r.Status is RegistrationStatus.Confirmed or RegistrationStatus.WalkIn || file.Sheets.Any(s => s.Marks.TryGetValue(r.Code, out Mark mark) && mark == Mark.Present)));
        return Tables.Of(Decree30.WideTextWidth, columns, people.Select((r, i) => Row(file, sessions, r, i + 1)), TableLook.List);
    }

    private string[] Row(ClassFile file, Session[] sessions, Registration r, int order)
    {
        Applicant person = r.Applicant;
        return
        [
            $"{order}", person.FullName, $"{person.BirthYear}", People.SexOf(person), person.EthnicGroup ?? "", People.RoleOf(person, texts),
            People.PlaceOf(person, file.Plan), .. sessions.Select(s => MarkOf(file, s.Number, r.Code)),
        ];
    }

    private static string MarkOf(ClassFile file, int session, string code) =>
        file.Sheets.FirstOrDefault(s => s.Session == session)?.Marks.TryGetValue(code, out Mark mark) == true
            ? mark switch { Mark.Present => Words["mark.present"], Mark.Excused => Words["mark.excused"], _ => Words["mark.absent"] }
            : "";
}
