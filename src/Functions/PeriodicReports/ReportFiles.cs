namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Puts together what the document of a report says beside its figures: what units wrote, and sheets of their answers.</summary>
public sealed class ReportFiles(PeriodicReportStore shelf, VietnameseTexts texts)
{
    public async Task<(ReportFile File, IReadOnlyList<AnnexTable> Answers)> OfAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        IReadOnlyList<UnitAnswer> answers = [.. (await shelf.AnswersAsync(plan.Id, report.Id, cancellation)).OrderBy(a => a.UnitId, StringComparer.Ordinal)];
        string compiler = ReportPosts.Of(plan).Compiler;
        ReportFile file = new(plan, report)
        {
            Before = report.Before,
            UnitsMissing = report.UnitsMissing,
            Remarks =
            [
                .. answers.Where(a => a.Difficulties is not null || a.Proposals is not null).Select(a => new UnitRemark(a.UnitId, a.Difficulties, a.Proposals)),
                .. report.Remark is { } own ? [new UnitRemark(compiler, own.Difficulties, own.Proposals)] : Array.Empty<UnitRemark>(),
            ],
        };
        return (file, [Answers(plan, answers), Corrections(plan, report)]);
    }

    private AnnexTable Answers(Plan plan, IReadOnlyList<UnitAnswer> answers) => new(
        texts["answer.sheet"],
        [
            texts["answer.unit"], texts["answer.answered-at"], texts["answer.channel"], texts["answer.said"], texts["answer.logged"], texts["answer.difference"],
            texts["answer.own-classes"], texts["answer.own-people"], texts["answer.spent"], texts["answer.explanation"],
        ],
        [
            .. from a in answers
               let counts = a.Counts.Count > 0 ? a.Counts : [new ChannelCount(CommunicationChannel.Other, 0, 0)]
               from c in counts.Index()
               let first = c.Index == 0
               select (IReadOnlyList<AnnexCell>)
               [
                   plan.FindUnit(a.UnitId)?.Name ?? a.UnitId, VietnamTime.DateOf(a.AnsweredAt), texts.Word(c.Item.Channel), c.Item.Said, c.Item.Logged, c.Item.Difference,
                   AnnexCell.Of(first ? a.OwnClasses : null), AnnexCell.Of(first ? a.OwnPeople : null), AnnexCell.Of(first ? a.Spent.Sum(s => s.Amount) : null),
                   a.Explanation ?? "",
               ],
        ]);

    private AnnexTable Corrections(Plan plan, PeriodicReport report) => new(
        texts["answer.sheet-corrections"],
        [texts["answer.figure"], texts["answer.of"], texts["answer.published"], texts["answer.now"], texts["answer.difference"]],
        [
            .. (report.Corrections ?? ReportCorrections.None).Lines.Select(c => (IReadOnlyList<AnnexCell>)
                [texts.Word(c.Part), FigureNames.Of(texts, plan, c.Part, c.Key), c.Published, c.Now, c.Difference]),
        ]);
}
