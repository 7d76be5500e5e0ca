using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Attendance;

/// <summary>Present people session by session, beside the signatures on paper.</summary>
internal static class AttendanceTable
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static IEnumerable<OpenXmlElement> Of(ClassFile file)
    {
        Column[] columns =
        [
            new(Words["column.session"], 15, Align.Center), new(Words["column.day"], 0, Align.Center), new(Words["column.present"], 26, Align.Center),
            new(Words["column.walk-ins"], 30, Align.Center), new(Words["column.signatures"], 28, Align.Center),
        ];
        yield return Tables.Of(Decree30.TextWidth, columns, file.Class.Sessions.Select(s => Row(file.Class, s)), TableLook.Figures);
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    private static string[] Row(TrainingClass c, Session session)
    {
        SessionCount? count = c.SessionCounts.FirstOrDefault(s => s.Session == session.Number);
        int? signatures = c.Evidence.SheetCounts.FirstOrDefault(s => s.Session == session.Number)?.Signatures;
        string day = VietnameseCase.Start(WrittenDate.WithWeekday(VietnamTime.DateOf(session.StartsAt)));
        return [$"{session.Number}", day, $"{count?.Present}", $"{count?.WalkIns}", $"{signatures}"];
    }
}
