using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The rows behind a figure of a report, as the report counted them: filtered by what the figure is about, with its column and its sum.</summary>
public sealed class ReportDetails(ReportTables tables, VietnameseTexts texts)
{
    public async Task<ReportDetailView> OfAsync(Plan plan, PeriodicReport report, HttpRequest request)
    {
        CountedRow[] rows = [.. (await tables.RowsAsync(plan, report, request.HttpContext.RequestAborted)).Where(r => r.PlanId is null)
            .Where(r => IsAbout(plan, r, request))];
        FigurePart? part = request.Choice<FigurePart>(ReportDetailPaths.OfPart);
        string key = request.Text(ReportDetailPaths.OfKey) ?? "";
        (string Name, Func<CountedRow, long?> Of)? number = part is { } p ? (FigureNames.Of(texts, plan, p, key), NumberOf(p, key)) : null;
        // A row without the thing has nothing to do with its figure.
        if (number is { } asked) rows = [.. rows.Where(r => asked.Of(r) is not (null or 0))];
        return new ReportDetailView(plan, report, About(plan, request, number?.Name), [.. Tables(plan, rows, number).Where(t => t.Rows.Count > 0)]);
    }

    private IEnumerable<DetailTable> Tables(Plan plan, CountedRow[] rows, (string Name, Func<CountedRow, long?> Of)? number)
    {
        foreach (CountedRow[] kind in (CountedRow[][])
            [[.. rows.Where(r => r.Class is not null).OrderBy(r => r.Class!.LastDay).ThenBy(r => r.Class!.Id)],
                [.. rows.Where(r => r.Work is not null).OrderBy(r => r.Work!.Date)],
            [.. rows.Where(r => r.Tour is not null)]])
        {
            if (kind.Length == 0) continue;
            AnnexTable[] each = [.. kind.Select(r => tables.Of(plan, [r]).Single(t => t.Rows.Count > 0))];
            int[] shown = [.. Enumerable.Range(0, each[0].Columns.Count).Where(n => each[0].Columns[n] != texts["document.col-class"])];
            List<IReadOnlyList<DetailCell>> lines = [.. kind.Zip(each, (row, table) => (IReadOnlyList<DetailCell>)
                [.. shown.Select(n => Cell(table.Rows[0][n])), .. number is { } n ? new[] { new DetailCell(null, n.Of(row)) } : []])];
            long?[] sums = [.. Enumerable.Range(0, lines[0].Count)
                .Select(n => lines.Any(l => l[n].Number is not null) ? lines.Sum(l => l[n].Number ?? 0) : (long?)null)];
            yield return new DetailTable(each[0].Name, [.. shown.Select(n => each[0].Columns[n]), .. number is { } named ? new[] { named.Name } : []],
                lines, sums);
        }
    }

    private static bool IsAbout(Plan plan, CountedRow row, HttpRequest request)
    {
        bool Is(string field, string? value) => request.Text(field) is not { } asked || asked == value;
        bool IsTable(string table) => Is(ReportDetailPaths.OfTable, table);
        bool InQuarter(DateOnly? day) => request.Number(ReportDetailPaths.OfQuarter) is not { } quarter
            || day is { } d && ReportingPeriods.Of(plan).QuarterOf(plan.Year, d) == quarter;
        bool IsOwn(string stream) => request.Text(ReportDetailPaths.OfOwn) is not { } asked
            || asked == "khong" != (plan.FindStream(stream)?.ClassCount is null);
        return row switch
        {
            { Class: { } c } => IsTable(ReportDetailPaths.Classes) && Is(ReportDetailPaths.OfStream, c.StreamId) && Is(ReportDetailPaths.OfHost, c.HostUnitId)
                && Is(ReportDetailPaths.OfUnit, c.LeadUnitId) && IsOwn(c.StreamId) && InQuarter(c.ApprovedOn),
            { Work: { } w } => IsTable(ReportDetailPaths.Communication) && Is(ReportDetailPaths.OfUnit, w.UnitId)
                && Is(ReportDetailPaths.OfChannel, w.Channel.ToString()) && InQuarter(w.Date),
            { Tour: { } t } => IsTable(ReportDetailPaths.Tours) && InQuarter(t.ClosedOn),
            _ => false,
        };
    }

    private string? About(Plan plan, HttpRequest request, string? thing)
    {
        string?[] about =
        [
            request.Text(ReportDetailPaths.OfStream) is { } stream ? plan.StreamTitle(stream) : null,
            request.Text(ReportDetailPaths.OfHost) is { } host ? plan.UnitName(host) : null,
            request.Text(ReportDetailPaths.OfUnit) is { } unit ? plan.UnitName(unit) : null,
            request.Text(ReportDetailPaths.OfChannel) is { } channel ? texts.Word(channel) : null,
            request.Number(ReportDetailPaths.OfQuarter) is { } quarter ? texts.Report("quarter-number", ("number", quarter)) : null, thing,
        ];
        return about.Any(a => a is not null) ? string.Join(" · ", about.OfType<string>()) : null;
    }

    private static Func<CountedRow, long?> NumberOf(FigurePart part, string key) => part switch
    {
        FigurePart.AttendedByUnit => r => r.Class?.ByUnit?.GetValueOrDefault(key),
        FigurePart.AttendedByAudience => r => r.Class?.ByAudience?.GetValueOrDefault(key),
        FigurePart.AttendedByEthnicGroup => r => r.Class?.ByEthnicGroup is { } groups
            ? EthnicGroups.Together(groups).GetValueOrDefault(EthnicGroups.Named(key)) : null,
        FigurePart.AttendedBySex => r => key == nameof(Sex.Female) ? r.Class?.Women : r.Class?.Attended - r.Class?.Women,
        FigurePart.Spent => r => r.Class?.SpentBySource?.GetValueOrDefault(key) ?? r.Tour?.SpentBySource?.GetValueOrDefault(key),
        _ => _ => null,
    };

    private static DetailCell Cell(AnnexCell cell) => new(cell.Text ?? (cell.Date is { } day ? Vietnamese.Date(day) : null), (long?)cell.Number);
}
