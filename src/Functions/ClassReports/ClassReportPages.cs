using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.ClassReports;

/// <summary>The report of a class, from its draft to its approval.</summary>
public sealed class ClassReportPages(ClassReportActs reports, PlanActs plans, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowClassReport))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassReportRoutes.One)] HttpRequest request, ClassId classId) =>
        ShowAsync(request, classId, null, StatusCodes.Status200OK, SentForm.None);

    [Function(nameof(SendClassReport))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SendClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassReportRoutes.One)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ClassReportForm>(request, client, async ask =>
        {
            await reports.SubmitAsync(classId, ask with { Form = Filled(ask.Form) });
            return PageAnswers.GoTo(ClassReportPaths.Of(classId), "report-sent");
        }, (state, status) => ShowAsync(request, classId, state, status, SentForm.Report));

    [Function(nameof(SendBackClassReport))]
    [Callers(Roles.Administrator)]
    public Task<IResult> SendBackClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassReportRoutes.Return)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await reports.ReturnAsync(classId, ask);
            return PageAnswers.GoTo(ClassReportPaths.Of(classId), "report-returned");
        }, (state, status) => ShowAsync(request, classId, state, status, SentForm.Return));

    [Function(nameof(AcceptClassReport))]
    [Callers(Roles.Administrator)]
    public Task<IResult> AcceptClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassReportRoutes.Approve)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<NoForm>(request, client, async ask =>
        {
            TrainingClass approved = await reports.ApproveAsync(classId, ask);
            Plan plan = await plans.GetAsync(approved.PlanId, ask.Cancellation);
            DateOnly day = CountedOn.ClassOf(approved) ?? approved.LastDay;
            return PageAnswers.GoTo(ClassReportPaths.Of(classId), CountedDone.OfClassReport(WhereCounted.Of(plan, day, day)));
        }, (state, status) => ShowAsync(request, classId, state, status, SentForm.Return));

    // A source whose amount was left empty gave nothing.
    private static ClassReportForm Filled(ClassReportForm form) =>
        form with { Spent = form.Spent is null ? null : [.. form.Spent.Select(s => s with { Amount = s.Amount ?? 0 })] };

    private async Task<IResult> ShowAsync(HttpRequest request, ClassId classId, FormState? form, int status, SentForm sent)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        ClassReportDraft draft = await reports.DraftAsync(classId, caller, cancellation);
        TrainingClass c = draft.Class;
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        bool mayFile = caller.MayRun(c) && ClassReportDecisions.WhyNotSubmitted(c) is null;
        bool mayDecide = caller.IsAdministrator && ClassReportDecisions.WhyNotDecided(c) is null;
        IReadOnlyList<string> notes = mayFile ? await reports.DifferenceNotesAsync(classId, caller, cancellation) : [];
        return answers.Page<ClassReportPage, ClassReportView>(
            request, new ClassReportView(c, plan, draft.Figures, draft.Differences, notes, draft.Filed, mayFile, mayDecide, sent), form, status);
    }
}
