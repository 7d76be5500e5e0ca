using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Plans;

/// <summary>Whose the pages are: name, line, telephone and colour, changed by an administrator.</summary>
public sealed class OfficePages(CurrentPlan current, PlanActs acts, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowOffice))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowOffice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OfficeRoutes.Edit)] HttpRequest request)
    {
        OfficeIdentity office = OfficeIdentity.Of(await current.OfAsync(request));
        return answers.Page<OfficePage, OfficeIdentity>(
            request, office, FormState.With(("name", office.Name), ("line", office.Line), ("telephone", office.Telephone), ("colour", office.Colour)));
    }

    [Function(nameof(PostOffice))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostOffice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeRoutes.Edit)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<OfficeForm>(request, client, async ask =>
        {
            await acts.SetOfficeAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(OfficePaths.Edit), "office-saved");
        }, (state, status) => Task.FromResult(answers.Page<OfficePage, OfficeIdentity>(request, OfficeIdentity.Of(plan), state, status)));
    }

    /// <summary>The office's colour as a style sheet: pages take styles from this app's own addresses only, never from their own text.</summary>
    [Function(nameof(GetOfficeColour))]
    [Public]
    public static IResult GetOfficeColour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeRoutes.Colour)] HttpRequest request, string colour)
    {
        if (!OfficeIdentity.IsColour(colour)) throw new RecordMissingException("page");
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text($":root {{ --office: #{colour}; }}", "text/css; charset=utf-8");
    }
}
