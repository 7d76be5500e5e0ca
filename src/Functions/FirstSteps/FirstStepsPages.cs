using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.FirstSteps;

/// <summary>What a new office does before its work can begin, for an administrator.</summary>
public sealed class FirstStepsPages(FirstStepsActs acts, CurrentPlan current, ClassSummaries classes, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowFirstSteps))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowFirstSteps([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FirstStepsRoutes.List)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostFirstStep))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostFirstStep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FirstStepsRoutes.List)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<FirstStepForm>(request, client, async ask =>
        {
            await acts.SetAsideAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(FirstStepsPaths.List), "first-step-kept");
        }, (state, status) => ShowAsync(request, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState state, int status)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        FirstStepsView view = new(plan, await acts.OfAsync(plan, await classes.OfPlanAsync(plan.Id, cancellation), cancellation));
        return answers.Page<FirstStepsPage, FirstStepsView>(request, view, state, status);
    }
}
