using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Periodic and ad-hoc reports: list, one report, asking for one.</summary>
public sealed class ReportPages(
    ReportActs acts, PeriodicReportStore shelf, CurrentPlan current, PageAnswers answers, PagePosts posts, VietnameseTexts texts, ReportViewing view,
    ReportDetails details, TimeProvider time)
{
    // The kept file brings its own style.
    private const string PolicyOfThePrint = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    [Function(nameof(ShowReports))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowReports([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.List)] HttpRequest request) =>
        ListAsync(request);

    [Function(nameof(ExportReports))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportReports([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Export)] HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        PeriodicReport[] found = Filtered(request, await shelf.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted));
        string[] columns =
        [
            texts["report.period"], texts["report.kind"], texts["report.from"], texts["report.to"], texts["report.stage"], texts["report.held"],
            texts["report.attended"],
        ];
        return ListAsk.File("bao-cao", texts["report.sheet"], columns, found.Select(r => new object?[]
        {
            texts.Period(r.Period), ReportSheets.Kind(texts, r.Period.Kind), r.Period.From.ToDateTime(TimeOnly.MinValue),
            r.Period.To.ToDateTime(TimeOnly.MinValue), texts.Word(r.Stage), r.Figures?.ClassesHeld, r.Figures?.Attended,
        }));
    }

    [Function(nameof(AskReportSpan))]
    [Callers(Roles.Overseers)]
    public Task<IResult> AskReportSpan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Ask)] HttpRequest request) =>
        AskAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostReportSpan))]
    [Callers(Roles.Overseers)]
    public async Task<IResult> PostReportSpan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Ask)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<SpanForm>(request, client, async ask =>
        {
            PeriodicReport asked = await acts.AskForSpanAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(PeriodicReportPaths.Of(asked.Id)), "report-asked");
        }, (state, status) => AskAsync(request, state, status));
    }

    [Function(nameof(ShowReport))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.One)] HttpRequest request, ReportId reportId) =>
        view.ShowAsync(request, reportId, FormState.Fresh(), StatusCodes.Status200OK, ReportSent.None);

    /// <summary>The rows behind a figure: no personal data, as the annex that everybody gets.</summary>
    [Function(nameof(ShowReportDetail))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowReportDetail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Detail)] HttpRequest request, ReportId reportId)
    {
        Plan plan = await current.OfAsync(request);
        PeriodicReport report = await shelf.GetAsync(plan.Id, reportId, request.HttpContext.RequestAborted);
        return answers.Page<ReportDetailPage, ReportDetailView>(request, await details.OfAsync(plan, report, request));
    }

    [Function(nameof(ShowReportPrint))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowReportPrint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Print)] HttpRequest request, ReportId reportId)
    {
        Plan plan = await current.OfAsync(request);
        string html = await shelf.ReadHtmlAsync(plan.Id, reportId, request.HttpContext.RequestAborted);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = PolicyOfThePrint;
        return Results.Text(html, "text/html; charset=utf-8");
    }

    [Function(nameof(ExportReport))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.ExportOne)] HttpRequest request, ReportId reportId)
    {
        Plan plan = await current.OfAsync(request);
        PeriodicReport report = await shelf.GetAsync(plan.Id, reportId, request.HttpContext.RequestAborted);
        return ListAsk.File(report.Id, texts["report.sheet-figures"], ReportSheets.Columns(texts), ReportSheets.Lines(texts, plan, report));
    }

    private PeriodicReport[] Filtered(HttpRequest request, IReadOnlyList<PeriodicReport> all)
    {
        PeriodKind? kind = request.Choice<PeriodKind>("loai");
        ReportStage? stage = request.Choice<ReportStage>("tinh-trang");
        string? words = request.Text("tim") is { } text ? Folding.Fold(text) : null;
        return
        [
            .. all.Where(r => (kind is null || r.Period.Kind == kind) && (stage is null || r.Stage == stage))
                .Where(r => words is null || Folding.Fold(texts.Period(r.Period)).Contains(words, StringComparison.Ordinal))
                .OrderByDescending(r => r.Period.To).ThenByDescending(r => r.Period.Kind),
        ];
    }

    private async Task<IResult> ListAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        IReadOnlyList<PeriodicReport> all = await shelf.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted);
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        HashSet<string> known = [.. all.Select(r => r.Id)];
        return answers.Page<ReportsPage, ReportsView>(request, new ReportsView(
            plan, request.Choice<PeriodKind>("loai"), request.Choice<ReportStage>("tinh-trang"), request.Text("tim"), request.SliceOf(Filtered(request, all)),
            [.. ReportingPeriods.Of(plan).OfYear(plan.Year).Where(p => p.To < today && !known.Contains(p.Id))],
            request.Caller().Role is Role.Administrator or Role.Committee or Role.CultureOffice));
    }

    private async Task<IResult> AskAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        return answers.Page<ReportAskPage, ReportAsk>(request, new ReportAsk(
            plan, ReportingPeriods.Of(plan).YearOf(plan.Year).From, VietnamTime.DateOf(time.GetUtcNow()).AddDays(-1)), state, status);
    }
}
