using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>How a plan's classes are dealt out: every officer reads it, who may deal changes it.</summary>
public sealed class SharePages(
    ShareActs acts, ShareStore shares, ClassSummaries summaries, DeclarationStore declarations, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowShares))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowShares([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.Shares)] HttpRequest request) =>
        ShowAsync(request, null, StatusCodes.Status200OK);

    [Function(nameof(PostShares))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PostShares(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Shares)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ShareForm>(request, client, async ask =>
        {
            await acts.DealAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(ClassPaths.Shares), "classes-dealt");
        }, (state, status) => ShowAsync(request, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState? form, int status)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        return answers.Page<SharesPage, SharesView>(
            request, new SharesView(
                plan, await shares.GetAsync(plan.Id, cancellation), await summaries.OfPlanAsync(plan.Id, cancellation),
                DeclarationDecisions.SharesOf(await declarations.OfPlanAsync(plan.Id, cancellation))), form, status);
    }
}
