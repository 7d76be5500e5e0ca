using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Accounts;

/// <summary>An officer's own account: who one is here, another password, signing out.</summary>
public sealed class MyAccountPages(SignInActs acts, AccountStore book, SignInSessions sessions, OwnAccountPage page, PagePosts posts)
{
    [Function(nameof(ShowMyAccount))]
    [Callers(Roles.Everyone, AlsoWithGivenPassword = true)]
    public Task<IResult> ShowMyAccount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.Mine)] HttpRequest request) =>
        page.ShowAsync(request, null, 200);

    [Function(nameof(PostMyPassword))]
    [Callers(Roles.Everyone, AlsoWithGivenPassword = true)]
    public Task<IResult> PostMyPassword([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Mine)] HttpRequest request)
    {
        Credential credential = Credential.Of(request);
        // Who came with a key, or by a sign-in in front of the app, has no password here.
        if (credential is not { AccountId: { } id, Session: { } own }) throw new RecordMissingException("account");
        return posts.TakeAsync<PasswordForm>(request, async form =>
        {
            HttpContext http = request.HttpContext;
            // Who has just made the account one's own came to work; who changes a password came for that.
            bool isFirst = (await book.GetAsync(id, http.RequestAborted)).MustChangePassword;
            AccountSession session = await acts.ChangePasswordAsync(id, form, own.Id, http.RequestAborted);
            await sessions.StartAsync(http, session);
            return PageAnswers.GoTo(isFirst ? HomePaths.Home : AccountPaths.Mine, "password-changed");
        }, (state, status) => page.ShowAsync(request, state, status));
    }

    [Function(nameof(PostSignOut))]
    [Callers(Roles.Everyone, AlsoWithGivenPassword = true)]
    public async Task<IResult> PostSignOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.SignOut)] HttpRequest request)
    {
        Credential credential = Credential.Of(request);
        await sessions.EndAsync(request.HttpContext, credential);
        return credential is { AccountId: not null, Session: null }
            ? PageAnswers.GoTo(FrontDoor.SignOutPath)
            : PageAnswers.GoTo(PublicClassPaths.Open, "signed-out");
    }

    [Function(nameof(PostSignOutEverywhere))]
    [Callers(Roles.Everyone, AlsoWithGivenPassword = true)]
    public Task<IResult> PostSignOutEverywhere([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.SignOutEverywhere)] HttpRequest request)
    {
        Credential credential = Credential.Of(request);
        // Sessions in front of the app are not ours to end.
        if (credential is not { AccountId: { } id, Session: not null }) throw new RecordMissingException("account");
        return posts.TakeAsync<NoForm>(request, async _ =>
        {
            await acts.EndSessionsAsync(id, request.HttpContext.RequestAborted);
            await sessions.EndAsync(request.HttpContext, credential);
            return PageAnswers.GoTo(AccountPaths.SignIn, "signed-out-everywhere");
        }, (state, status) => page.ShowAsync(request, state, status));
    }
}
