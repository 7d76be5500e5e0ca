using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Accounts;

/// <summary>What the administrator does with accounts on their pages.</summary>
public sealed class AccountPosts(AccountActs acts, AccountPages pages, SlipPages slips, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(PostMakeAccount))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostMakeAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.New)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<AccountForm>(
            request, client, async ask => Shown(request, plan, await acts.MakeAsync(plan, Credential.Of(request).Secret, ask)),
            (state, status) => Task.FromResult(answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(null, plan), state, status)));
    }

    [Function(nameof(PostManyAccounts))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostManyAccounts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.ForUnits)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<UnitAccountsForm>(
            request, client, async ask => slips.Of(request, plan, await acts.MakeForUnitsAsync(plan, Credential.Of(request).Secret, ask)),
            (state, status) => pages.UnitsPageAsync(request, state, status));
    }

    [Function(nameof(PostOneAccount))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostOneAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.One)] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await DoAsync<AccountChangeForm>(request, client, accountId, async (id, ask) =>
        {
            await acts.ChangeAsync(plan, id, ask);
            return PageAnswers.GoTo(AccountPaths.List, "account-changed");
        });
    }

    [Function(nameof(PostGivePassword))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostGivePassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Password)] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, accountId, async (id, ask) =>
            Shown(request, await current.FindAsync(request), await acts.GivePasswordAsync(id, Credential.Of(request).Secret, ask)));

    [Function(nameof(PostEndSessions))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostEndSessions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.EndSessions)] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, accountId, async (id, ask) =>
        {
            await acts.EndSessionsAsync(id, ask);
            return PageAnswers.GoTo(AccountPaths.Of(id), "sessions-ended");
        });

    [Function(nameof(PostDisableAccount))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostDisableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Disable)] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) => SetDisabledAsync(request, client, accountId, true);

    [Function(nameof(PostEnableAccount))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostEnableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AccountRoutes.Enable)] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) => SetDisabledAsync(request, client, accountId, false);

    private Task<IResult> SetDisabledAsync(HttpRequest request, DurableTaskClient client, string accountId, bool disabled) =>
        DoAsync<NoForm>(request, client, accountId, async (id, ask) =>
        {
            await acts.SetDisabledAsync(id, disabled, ask);
            return PageAnswers.GoTo(AccountPaths.Of(id), disabled ? "account-disabled" : "account-enabled");
        });

    private Task<IResult> DoAsync<T>(HttpRequest request, DurableTaskClient client, string accountId, Func<string, Ask<T>, Task<IResult>> act) =>
        posts.DoAsync<T>(
            request, client, ask => act(Ids.Checked(accountId, "account"), ask),
            (FormState state, int status) => pages.EditPageAsync(request, accountId, state, status));

    private IResult Shown(HttpRequest request, Plan? plan, GivenPassword given) => slips.Of(request, plan, new GivenPasswords([given], []));
}
