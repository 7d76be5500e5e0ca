namespace NtmServerless.Documents.Communication;

/// <summary>Sổ theo dõi hoạt động truyền thông: what units logged within a span, in the order of days.</summary>
internal sealed class CommunicationLogDocument(VietnameseTexts texts)
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public byte[] Write(string issuingBody, Plan plan, DateOnly from, DateOnly to, IEnumerable<CommunicationActivity> activities)
    {
        const double width = Decree30.WideTextWidth;
        CommunicationActivity[] logged =
        [
            .. activities.Where(a => from <= a.Date && a.Date <= to)
                .OrderBy(a => a.Date).ThenBy(a => a.LoggedAt).ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
        Column[] columns =
        [
            new(Words["column.order"], 12, Align.Center), new(Words["column.date"], 24, Align.Center), new(Words["column.communication-by-unit"], 55),
            new(Words["column.communication-by-channel"], 40), new(Words["column.subject"], 0), new(Words["column.count"], 18, Align.Right), new(Words["column.note"], 32),
        ];
        string type = Words["log.type"];
        string about = Words["log.about", ("from", WrittenDate.InText(from)), ("to", WrittenDate.InText(to))];
        return WordFile.Write($"{type}: {about}",
        [
            new Sheet(
            [
                HeadBlock.Short(null, issuingBody, width),
                .. HeadBlock.Title(type, about, width),
                Tables.Of(width, columns, [.. logged.Select((a, i) => Row(plan, a, i + 1)), Sum(logged)], TableLook.List with { HasSums = true }),
            ]) { Wide = true },
        ]);
    }

    private string[] Row(Plan plan, CommunicationActivity a, int order) =>
    [
        $"{order}", WrittenDate.InText(a.Date), plan.FindUnit(a.UnitId)?.Name ?? a.UnitId, texts.Word(a.Channel), a.Subject, Vietnamese.Number(a.Count), a.Note ?? "",
    ];

    private static string[] Sum(CommunicationActivity[] logged) => ["", Words["label.sum"], "", "", "", Vietnamese.Number(logged.Sum(a => a.Count)), ""];
}
