using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Accounts;

/// <summary>The door as people see it: signing in, and the first administrator.</summary>
public sealed class SignInPages(
    SignInActs acts, SignInWatch watch, AccountStore book, SignInSessions sessions, KnownBrowsers browsers, ClientAddress addresses, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowSignIn))]
    [Public]
    public async Task<IResult> ShowSignIn([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = AccountRoutes.SignIn)] HttpRequest request) =>
        request.HttpContext.Features.Get<Officer>() is null ? await SignInPageAsync(request, null, 200) : PageAnswers.GoTo(Back(request) ?? HomePaths.Home);

    [Function(nameof(PostSignIn))]
    [Public]
    public Task<IResult> PostSignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.SignIn)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<SignInForm>(request, client, async ask =>
        {
            HttpContext http = request.HttpContext;
            // After the answer: how long that takes must not tell whether anybody has the name.
            AccountSession session = await acts.SignInAsync(
                ask.Form, id => browsers.Find(http, id), addresses.Of(http), closed => http.Response.OnCompleted(() => watch.TellAsync(closed, ask.Waker, CancellationToken.None)),
                ask.Cancellation);
            await sessions.StartAsync(http, session);
            return session.Account.MustChangePassword ? PageAnswers.GoTo(AccountPaths.Mine)
                : Back(request) is { } path ? PageAnswers.GoTo(path) : PageAnswers.GoTo(HomePaths.Home, "signed-in");
        }, (state, status) => SignInPageAsync(request, state, status));

    [Function(nameof(ShowFirst))]
    [Public]
    public Task<IResult> ShowFirst([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = AccountRoutes.First)] HttpRequest request) =>
        FirstPageAsync(request, null, 200);

    [Function(nameof(PostFirst))]
    [Public]
    public Task<IResult> PostFirst([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.First)] HttpRequest request) =>
        posts.TakeAsync<FirstForm>(request, async form =>
        {
            HttpContext http = request.HttpContext;
            Plan? plan = await current.FindAsync(request);
            string unit = plan is null ? "first" : plan.FindOffice();
            AccountSession session = await acts.MakeFirstAsync(form, unit, addresses.Of(http), http.RequestAborted);
            await sessions.StartAsync(http, session);
            return PageAnswers.GoTo(HomePaths.Home, "signed-in");
        }, (state, status) => FirstPageAsync(request, state, status));

    private async Task<IResult> SignInPageAsync(HttpRequest request, FormState? form, int status)
    {
        string action = Back(request) is { } path ? ReturnPath.SignIn(path) : AccountPaths.SignIn;
        bool hasAdministrator = await book.HasAdministratorAsync(request.HttpContext.RequestAborted);
        return answers.Page<SignInPage, SignInView>(request, new SignInView(hasAdministrator, action), form, status);
    }

    private async Task<IResult> FirstPageAsync(HttpRequest request, FormState? form, int status) => answers.Page<FirstPage, FirstView>(
        request, new FirstView(!await book.HasAdministratorAsync(request.HttpContext.RequestAborted)), form, status);

    private static string? Back(HttpRequest request) => ReturnPath.Checked(request.Query[ReturnPath.Parameter]);
}
