using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Texts;

namespace NtmServerless.Functions.Reporting;

/// <summary>A periodic report as a page to read and print. The official document in the layout of Decree 30/2020 is another one.</summary>
internal sealed class ReportPage(VietnameseTexts texts)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] Roman = ["I", "II", "III", "IV"];
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public string Render(Plan plan, PeriodicReport report)
    {
        string title = texts.Report("title", ("period", PeriodName(report.Period)));
        StringBuilder page = new();
        page.Append("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Encoder.Encode(title)).Append("</title><style>")
            .Append("body{font:16px/1.5 'Times New Roman',serif;max-width:60rem;margin:1rem auto;padding:0 1rem}")
            .Append("table{border-collapse:collapse;width:100%;margin:.5rem 0}td,th{border:1px solid #333;padding:.25rem .5rem;text-align:left}")
            .Append("td:first-child,th:first-child{min-width:9rem}td.n{text-align:right}.w{overflow-x:auto}</style></head><body>");
        Heading(page, "h1", title);
        Paragraph(page, plan.Title);
        Paragraph(page, texts.Report("span", ("from", report.Period.From), ("to", report.Period.To)));
        Paragraph(page, texts.Report(report.Stage == ReportStage.Approved ? "approved" : "not-approved"));
        if (report.Figures is { } figures && report.YearSoFar is { } year)
        {
            Streams(page, plan, figures, texts.Report("streams"));
            if (report.Period.Kind != PeriodKind.Year) Streams(page, plan, year, texts.Report("year-so-far"));
            Counts(page, "by-unit", figures.AttendedByUnit, id => plan.FindUnit(id)?.ShortName ?? id);
            Counts(page, "by-audience", figures.AttendedByAudience, texts.Word);
            Counts(page, "by-ethnic-group", figures.AttendedByEthnicGroup, g => g.Length == 0 ? texts.Report("not-given") : g);
            Counts(page, "communication-by-channel", figures.CommunicationByChannel, texts.Word);
            Counts(page, "communication-by-unit", figures.CommunicationByUnit, id => plan.FindUnit(id)?.Name ?? id);
            Paragraph(page, texts.Report("tours", ("tours", figures.ToursHeld), ("members", figures.TourMembers)));
            Money(page, plan, figures);
            if (figures.ReportsMissing > 0) Paragraph(page, texts.Report("missing", ("count", figures.ReportsMissing)));
        }

        return page.Append("</body></html>").ToString();
    }

    /// <summary>"tháng 4 năm 2024", "quý II năm 2024", "6 tháng đầu năm 2024".</summary>
    public string PeriodName(ReportingPeriod period) => period.Kind switch
    {
        PeriodKind.Month => texts.Report("month", ("number", $"{period.Number}"), ("year", $"{period.Year}")),
        PeriodKind.Quarter => texts.Report("quarter", ("number", Roman[period.Number - 1]), ("year", $"{period.Year}")),
        PeriodKind.HalfYear => texts.Report(period.Number == 1 ? "half-1" : "half-2", ("year", $"{period.Year}")),
        PeriodKind.Year => texts.Report("year", ("year", $"{period.Year}")),
        _ => texts.Report("ad-hoc", ("from", period.From), ("to", period.To)),
    };

    private void Streams(StringBuilder page, Plan plan, ReportFigures figures, string title)
    {
        Heading(page, "h2", title);
        string[] head = ["stream", "planned", "held", "closed", "seats", "registered", "attended", "women", "walk-ins"];
        Open(page, [.. head.Select(h => texts.Report("col-" + h))]);
        foreach (StreamFigures s in figures.Streams)
        {
            Line(page, plan.FindStream(s.StreamId)?.DisplayTitle ?? s.StreamId,
                s.ClassesPlanned, s.ClassesHeld, s.ClassesClosed, s.SeatsPlanned, s.Registered, s.Attended, s.Women, s.WalkIns);
        }

        Line(page, texts.Report("sum"),
            figures.Streams.Sum(s => s.ClassesPlanned ?? 0), figures.ClassesHeld, figures.Streams.Sum(s => s.ClassesClosed),
            figures.Streams.Sum(s => s.SeatsPlanned ?? 0), figures.Streams.Sum(s => s.Registered), figures.Attended,
            figures.Streams.Sum(s => s.Women), figures.Streams.Sum(s => s.WalkIns));
        page.Append("</tbody></table></div>");
    }

    private void Counts(StringBuilder page, string key, IReadOnlyDictionary<string, int> counts, Func<string, string> name)
    {
        if (counts.Count == 0) return;
        Heading(page, "h2", texts.Report(key));
        Open(page, [texts.Report("col-name"), texts.Report("col-count")]);
        foreach ((string id, int count) in counts.OrderByDescending(c => c.Value)) Line(page, name(id), count);
        page.Append("</tbody></table></div>");
    }

    private void Money(StringBuilder page, Plan plan, ReportFigures figures)
    {
        if (figures.Spent.Count == 0) return;
        Heading(page, "h2", texts.Report("spent"));
        Open(page, [texts.Report("col-source"), texts.Report("col-amount")]);
        foreach ((string id, long amount) in figures.Spent)
            Line(page, plan.Funding?.Sources.FirstOrDefault(s => s.Id == id)?.Text ?? id, amount);
        page.Append("</tbody></table></div>");
    }

    private static void Heading(StringBuilder page, string tag, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<{tag}>{Encoder.Encode(text)}</{tag}>");

    private static void Paragraph(StringBuilder page, string text) => Heading(page, "p", text);

    private static void Open(StringBuilder page, string[] head)
    {
        page.Append("<div class=\"w\"><table><thead><tr>");
        foreach (string text in head) Heading(page, "th", text);
        page.Append("</tr></thead><tbody>");
    }

    private static void Line(StringBuilder page, string name, params long?[] numbers)
    {
        page.Append("<tr>");
        Heading(page, "td", name);
        foreach (long? number in numbers)
            page.Append("<td class=\"n\">").Append(number is { } n ? n.ToString("N0", Vietnamese) : "–").Append("</td>");
        page.Append("</tr>");
    }
}
