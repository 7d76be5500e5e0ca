using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Accounts;

/// <summary>For officers who forgot the password: a link by mail, and the page that it leads to.</summary>
public sealed class ForgottenPages(ForgottenActs acts, ClientAddress addresses, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    // The link's token stands in the query: what logs a path does not log it.
    private const string TokenParameter = AccountPaths.TokenParameter;

    [Function(nameof(ShowForgotten))]
    [Public]
    public Task<IResult> ShowForgotten([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = AccountRoutes.Forgotten)] HttpRequest request) =>
        ForgottenPageAsync(request, null, 200);

    [Function(nameof(PostForgotten))]
    [Public]
    public Task<IResult> PostForgotten([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Forgotten)] HttpRequest request) =>
        posts.TakeAsync<ForgottenForm>(request, form =>
        {
            HttpContext http = request.HttpContext;
            string id = acts.Ask(form, addresses.Of(http));
            // After the answer: how long that takes must not tell whether anybody has the name.
            http.Response.OnCompleted(() => acts.SendAsync(id, CancellationToken.None));
            return Task.FromResult(PageAnswers.GoTo(AccountPaths.Forgotten, "link-asked"));
        }, (state, status) => ForgottenPageAsync(request, state, status));

    [Function(nameof(ShowReset))]
    [Public]
    public async Task<IResult> ShowReset([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = AccountRoutes.Reset)] HttpRequest request)
    {
        HttpContext http = request.HttpContext;
        string? token = request.Query[TokenParameter] is [{ Length: > 0 } given] ? given : null;
        Account? account = token is null ? null : await acts.FindAsync(token, addresses.Of(http), http.RequestAborted);
        return answers.Page<ResetPage, ResetView>(request, account is null ? new ResetView(null, null) : new ResetView(token, account.UserName));
    }

    [Function(nameof(PostReset))]
    [Public]
    public Task<IResult> PostReset([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Reset)] HttpRequest request)
    {
        ResetView view = new(null, null);
        return posts.TakeAsync<ResetForm>(request, async form =>
        {
            HttpContext http = request.HttpContext;
            if (form.Token is { } token && await acts.FindAsync(token, addresses.Of(http), http.RequestAborted) is { } account)
                view = new ResetView(token, account.UserName);
            await acts.UseAsync(form, addresses.Of(http), http.RequestAborted);
            return PageAnswers.GoTo(AccountPaths.SignIn, "password-reset");
        }, (state, status) => Task.FromResult(answers.Page<ResetPage, ResetView>(request, view, state, status)));
    }

    private async Task<IResult> ForgottenPageAsync(HttpRequest request, FormState? form, int status)
    {
        Plan? plan = await current.FindAsync(request);
        return answers.Page<ForgottenPage, ForgottenView>(request, new ForgottenView(acts.CanSend, plan?.FindUnit(plan.FindOffice())), form, status);
    }
}
