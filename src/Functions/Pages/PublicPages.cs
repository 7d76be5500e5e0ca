using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;
using NtmServerless.Functions.Access;
using NtmServerless.Functions.Http;
using NtmServerless.Pages.Public;
using NtmServerless.Storage.Classes;

namespace NtmServerless.Functions.Pages;

/// <summary>What anybody sees without an account.</summary>
internal sealed class PublicPages(CurrentPlan current, ClassSummaries summaries, PageAnswers answers)
{
    [Function(nameof(ShowOpenClasses))]
    [Public]
    public async Task<IResult> ShowOpenClasses([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{empty:maxlength(0)?}")] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        TrainingClass[] open = plan is null ? [] : [.. (await summaries.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted)).Where(OpenClass.IsOpen)];
        return answers.Page<OpenClassesPage, OpenClasses>(request, new OpenClasses(plan, open));
    }
}
