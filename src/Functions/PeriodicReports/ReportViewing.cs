using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The page of one report, fresh or with a form that came back.</summary>
public sealed class ReportViewing(PeriodicReportStore shelf, ReportDocuments documents, CurrentPlan current, PageAnswers answers, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, ReportId reportId, FormState state, int status, ReportSent sent)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        PeriodicReport report = await shelf.GetAsync(plan.Id, reportId, cancellation);
        bool mayApprove = caller.Role is Role.Administrator or Role.Committee, mayCompile = caller.MayCompile(plan);
        IReadOnlyList<UnitAnswer> written = (mayApprove || mayCompile) && report.Answers.Count > 0 ? await shelf.AnswersAsync(plan.Id, report.Id, cancellation) : [];
        string? own = report.Owers.Any(o => o.UnitId == caller.UnitId) && caller.MayAnswerFor(caller.UnitId) ? caller.UnitId : null;
        return answers.Page<ReportPage, ReportView>(
            request, new ReportView(plan, report, mayApprove, mayCompile, own, written, time.GetUtcNow(), sent)
            {
                // Before it is issued there is nothing to ask the storage for.
                Documents = report.DocumentIds.Count > 0 ? await documents.OfReportAsync(plan, report.Id, cancellation) : [],
            }, state, status);
    }
}
