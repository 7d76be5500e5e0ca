using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.Attendance;

/// <summary>
/// Danh sách ký tên: a sheet for each session, on its side, by given name, with empty rows for those who come without
/// having registered. Each page carries the QR code of class and session, so that a scan finds its session again.
/// </summary>
internal sealed class SigningSheet(VietnameseTexts texts)
{
    private const int EmptyRows = 5;

    // High enough to sign in by hand.
    private const double RowHeight = 7.6;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <exception cref="ArgumentException">No session is left to be held.</exception>
    public byte[] Write(ClassFile file, string? parentBody)
    {
        Session[] sessions = [.. ClassValues.Ahead(file.Class)];
        if (sessions.Length == 0) throw new ArgumentException("The class has no session.", nameof(file));
        IReadOnlyList<Registration> people = People.Seated(file);
        string type = Words["sheet.type"];
        return WordFile.Write($"{type}: {file.Class.Title}", [.. sessions.Select(s => Session(file, s, people, type, parentBody))]);
    }

    private Sheet Session(ClassFile file, Session session, IReadOnlyList<Registration> people, string type, string? parentBody)
    {
        const double width = Decree30.WideTextWidth;
        string day = WrittenDate.WithWeekday(VietnamTime.DateOf(session.StartsAt));
        string number = $"{session.Number}";
        string when = Words[
            "sheet.when", ("session", number), ("day", day), ("times", ClassBlocks.Times(session)), ("venue", file.Class.Announcement?.Venue ?? "")];
        OpenXmlElement[] content =
        [
            HeadBlock.Short(parentBody, ClassValues.Name(file.Plan, file.Class.LeadUnitId), width),
            .. HeadBlock.Title(type, $"{VietnameseCase.Start(ClassValues.NameOf(file.Class))}\n{when}", width),
            Tables.Of(width, Columns(), Rows(file, people), TableLook.List with { RowHeight = RowHeight, KeptWithNext = true }),
            Paragraphs.Of(TextStyles.Gap).KeptWithNext(),
            Paragraphs.Of(TextStyles.Body, Words["sheet.total"]).KeptWithNext(),
            SignatureBlock.ByHand([Words["sheet.maker"], Words["sheet.trainer"], Words["sheet.confirmed"]], width),
        ];
        PageMark mark = new(SheetCode.Png(file.Class.Id, session.Number), Words["sheet.mark", ("code", SheetCode.Text(file.Class.Id, session.Number)), ("session", number), ("day", day)]);
        return new Sheet(content) { Wide = true, CountsAlone = true, Mark = mark };
    }

    private static Column[] Columns() =>
    [
        new(Words["column.order"], 11, Align.Center), new(Words["column.name"], 43), new(Words["column.birth-year"], 13, Align.Center),
        new(Words["column.sex"], 13, Align.Center), new(Words["column.ethnic-group"], 15, Align.Center), new(Words["column.role"], 41),
        new(Words["column.place"], 47), new(Words["column.phone"], 18, Align.Center), new(Words["column.signature"], 0), new(Words["column.note"], 16),
    ];

    private IEnumerable<string[]> Rows(ClassFile file, IReadOnlyList<Registration> people)
    {
        foreach ((int index, Registration r) in people.Index())
        {
            yield return
            [
                $"{index + 1}", r.Applicant.FullName, $"{r.Applicant.BirthYear}", People.SexOf(r.Applicant), r.Applicant.EthnicGroup ?? "",
                People.RoleOf(r.Applicant, texts), People.PlaceOf(r.Applicant, file.Plan), People.Masked(r.Applicant.Phone), "", "",
            ];
        }

        for (int i = 1; i <= EmptyRows; i++) yield return [$"{people.Count + i}", "", "", "", "", "", "", "", "", ""];
    }
}
