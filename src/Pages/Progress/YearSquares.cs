namespace NtmServerless.Pages.Progress;

/// <summary>The calendar of a plan year as squares: a class each, or, where there are too many for that, a number for each state.</summary>
public sealed class YearSquares(Plan plan, YearCalendar calendar, ListPaths lists, VietnameseTexts texts)
{
    // More would make the strip taller than a screen.
    private const int MostInAMonth = 12;

    public IReadOnlyList<IReadOnlyList<YearSquare>> Months =>
        [.. calendar.Months.Select(m => calendar.Months.Any(x => x.Count > MostInAMonth) ? Grouped(m) : [.. m.Select(One)])];

    /// <summary>The states that occur, with their words.</summary>
    public IEnumerable<(string Look, string Word)> Key => calendar.All.Select(c => c.Mark).Distinct().Order().Select(m => (LookOf(m), WordOf(m)));

    private YearSquare One(DatedClass c) => new(
        ClassNames.Number(c.Class, plan), LookOf(c.Mark),
        $"{ClassNames.InShort(c.Class, plan, texts)}: {WordOf(c.Mark)}", ClassPaths.Of(c.Class.Id));

    private IReadOnlyList<YearSquare> Grouped(IReadOnlyList<DatedClass> month) =>
    [
        .. month.GroupBy(c => c.Mark).OrderBy(g => g.Key).Select(g => new YearSquare(
            Vietnamese.Number(g.Count()), LookOf(g.Key), texts["progress.so-many", ("count", g.Count()), ("state", WordOf(g.Key))],
                lists.Classes(StagesOf(g.Key)))),
    ];

    private string WordOf(ClassMark mark) => texts[$"progress.mark-{Codes.Key(mark)}"];

    private static string StagesOf(ClassMark mark) => mark switch
    {
        ClassMark.Closed => nameof(ClassStage.Closed),
        ClassMark.Late or ClassMark.Reporting => nameof(ClassStage.Reporting),
        ClassMark.Unconfirmed => StageGroups.Unconfirmed,
        ClassMark.Holding => nameof(ClassStage.Holding),
        ClassMark.Registering => nameof(ClassStage.Registering),
        _ => StageGroups.InTheYear,
    };

    private static string LookOf(ClassMark mark) => mark switch
    {
        ClassMark.Closed => "full",
        ClassMark.Unconfirmed or ClassMark.Late => StageLook.Stop,
        ClassMark.Reporting => StageLook.Wait,
        ClassMark.Holding => StageLook.Now,
        ClassMark.Registering => StageLook.Open,
        _ => StageLook.Done + " dash",
    };
}
