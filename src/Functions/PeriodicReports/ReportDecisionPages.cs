using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What is decided about a report by its page: compiling, submitting, returning, approving.</summary>
public sealed class ReportDecisionPages(ReportActs acts, CurrentPlan current, PagePosts posts, ReportViewing view)
{
    [Function(nameof(PostReportCompilation))]
    [Callers(Roles.Units)]
    public Task<IResult> PostReportCompilation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Compile)] HttpRequest request,
        ReportId reportId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, reportId, client, ReportSent.Compile, "report-compiled", (plan, ask) => acts.CompileAsync(plan.Id, reportId, ask));

    [Function(nameof(PostReportSubmission))]
    [Callers(Roles.Units)]
    public Task<IResult> PostReportSubmission(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Submit)] HttpRequest request,
        ReportId reportId, [DurableClient] DurableTaskClient client) =>
        DoAsync<RemarkForm>(request, reportId, client, ReportSent.Submit, "periodic-report-submitted", (plan, ask) => acts.SubmitAsync(plan.Id, reportId, ask));

    [Function(nameof(PostReportReturn))]
    [Callers(Roles.Approvers)]
    public Task<IResult> PostReportReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Return)] HttpRequest request,
        ReportId reportId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, reportId, client, ReportSent.Return, "periodic-report-returned", (plan, ask) => acts.ReturnAsync(plan.Id, reportId, ask));

    [Function(nameof(PostReportApproval))]
    [Callers(Roles.Approvers)]
    public Task<IResult> PostReportApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Approve)] HttpRequest request,
        ReportId reportId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, reportId, client, ReportSent.Approve, "report-approved", (plan, ask) => acts.ApproveAsync(plan.Id, reportId, ask));

    private async Task<IResult> DoAsync<TForm>(
        HttpRequest request, ReportId reportId, DurableTaskClient client, ReportSent sent, string done, Func<Plan, Ask<TForm>, Task<PeriodicReport>> act)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<TForm>(request, client, async ask =>
        {
            PeriodicReport report = await act(plan, ask);
            return PageAnswers.GoTo(request.Keep(PeriodicReportPaths.Of(report.Id)), done);
        }, (state, status) => view.ShowAsync(request, reportId, state, status, sent));
    }
}
