using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.PeriodicReports;

/// <summary>Tables of one count or sum by something, with a caption, shares and the sum; nothing where there is nothing to count.</summary>
internal static class CountTables
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static IEnumerable<OpenXmlElement> ByUnit(Plan plan, IReadOnlyDictionary<string, int> counts) =>
        Of("by-unit", InOrderOf(counts, plan.Units.Select(u => u.Id)).Select(c => (plan.FindUnit(c.Key)?.ShortName ?? c.Key, c.Value)));

    public static IEnumerable<OpenXmlElement> CommunicationByUnit(Plan plan, IReadOnlyDictionary<string, int> counts) =>
        Of("communication-by-unit", InOrderOf(counts, plan.Units.Select(u => u.Id)).Select(c => (plan.FindUnit(c.Key)?.Name ?? c.Key, c.Value)));

    public static IEnumerable<OpenXmlElement> ByAudience(IReadOnlyDictionary<string, int> counts, VietnameseTexts texts) =>
        Of("by-audience", InOrderOf(counts, Enum.GetNames<Audience>()).Select(c => (texts.Word(c.Key), c.Value)));

    public static IEnumerable<OpenXmlElement> CommunicationByChannel(IReadOnlyDictionary<string, int> counts, VietnameseTexts texts) =>
        Of("communication-by-channel", InOrderOf(counts, Enum.GetNames<CommunicationChannel>()).Select(c => (texts.Word(c.Key), c.Value)));

    public static IEnumerable<OpenXmlElement> BySex(IReadOnlyDictionary<string, int> counts, VietnameseTexts texts) =>
        Of("by-sex", counts.Values.Sum() == 0 ? [] : InOrderOf(counts, Enum.GetNames<Sex>()).Select(c => (VietnameseCase.Start(texts.Word(c.Key)), c.Value)));

    public static IEnumerable<OpenXmlElement> ByEthnicGroup(IReadOnlyDictionary<string, int> counts) => Of(
        "by-ethnic-group",
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key.Length == 0 ? Words["label.not-given"] : c.Key, c.Value)));

    /// <summary>Money by source, in đồng.</summary>
    public static IEnumerable<OpenXmlElement> Spending(Plan plan, IReadOnlyDictionary<string, long> spent)
    {
        (string Name, long Amount)[] rows =
        [
            .. InOrderOf(spent, plan.Funding?.Sources.Select(s => s.Id) ?? [])
                .Select(s => (VietnameseCase.Start(plan.Funding?.Sources.FirstOrDefault(f => f.Id == s.Key)?.Text ?? s.Key), s.Value)),
        ];
        return Table("spending", "column.amount", 45, rows);
    }

    private static IEnumerable<OpenXmlElement> Of(string block, IEnumerable<(string Name, int Count)> counts) =>
        Table(block, block.StartsWith("communication", StringComparison.Ordinal) ? "column.count" : "column.people", 30, [.. counts.Select(c => (c.Name, (long)c.Count))]);

    private static IEnumerable<OpenXmlElement> Table(string block, string valueColumn, double valueWidth, (string Name, long Value)[] rows)
    {
        if (rows.Length == 0) yield break;
        long sum = rows.Sum(r => r.Value);
        Column[] columns =
        [
            new(Words["column.order"], 12, Align.Center), new(Words["column." + block], 0), new(Words[valueColumn], valueWidth, Align.Right),
            new(Words["column.share"], 25, Align.Right),
        ];
        yield return Paragraphs.Of(TextStyles.Caption, Words["caption." + block]);
        yield return Tables.Of(
            Decree30.TextWidth, columns,
            [
                .. rows.Select((r, i) => (string[])[$"{i + 1}", r.Name, Vietnamese.Number(r.Value), Vietnamese.Share(r.Value, sum)]),
                ["", Words["label.sum"], Vietnamese.Number(sum), Vietnamese.Share(sum, sum)],
            ],
            TableLook.Sums);
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    private static IEnumerable<KeyValuePair<string, T>> InOrderOf<T>(IReadOnlyDictionary<string, T> counts, IEnumerable<string> order)
    {
        Dictionary<string, int> places = order.Index().ToDictionary(o => o.Item, o => o.Index, StringComparer.Ordinal);
        return counts.OrderBy(c => places.GetValueOrDefault(c.Key, int.MaxValue)).ThenBy(c => c.Key, StringComparer.Ordinal);
    }
}
