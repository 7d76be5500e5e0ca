using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Accounts;

/// <summary>What the administrator does with accounts on their pages.</summary>
public sealed class AccountPosts(AccountActs acts, AccountPages pages, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(PostMakeAccount))]
    [Callers(Role.Administrator)]
    public async Task<IResult> PostMakeAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/tai-khoan/moi")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<AccountForm>(
            request, client, async ask => Shown(request, await acts.MakeAsync(plan, Credential.Of(request).Secret, ask)),
            (state, status) => Task.FromResult(answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(null, plan), state, status)));
    }

    [Function(nameof(PostOneAccount))]
    [Callers(Role.Administrator)]
    public async Task<IResult> PostOneAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/tai-khoan/{accountId}")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await DoAsync<AccountChangeForm>(request, client, accountId, async (id, ask) =>
        {
            await acts.ChangeAsync(plan, id, ask);
            return PageAnswers.GoTo("/can-bo/tai-khoan", "account-changed");
        });
    }

    [Function(nameof(PostGivePassword))]
    [Callers(Role.Administrator)]
    public Task<IResult> PostGivePassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/tai-khoan/{accountId}/mat-khau")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, accountId, async (id, ask) => Shown(request, await acts.GivePasswordAsync(id, Credential.Of(request).Secret, ask)));

    [Function(nameof(PostDisableAccount))]
    [Callers(Role.Administrator)]
    public Task<IResult> PostDisableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/tai-khoan/{accountId}/khoa")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) => SetDisabledAsync(request, client, accountId, true);

    [Function(nameof(PostEnableAccount))]
    [Callers(Role.Administrator)]
    public Task<IResult> PostEnableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/tai-khoan/{accountId}/mo-khoa")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) => SetDisabledAsync(request, client, accountId, false);

    private Task<IResult> SetDisabledAsync(HttpRequest request, DurableTaskClient client, string accountId, bool disabled) =>
        DoAsync<NoForm>(request, client, accountId, async (id, ask) =>
        {
            await acts.SetDisabledAsync(id, disabled, ask);
            return PageAnswers.GoTo($"/can-bo/tai-khoan/{id}", disabled ? "account-disabled" : "account-enabled");
        });

    private Task<IResult> DoAsync<T>(HttpRequest request, DurableTaskClient client, string accountId, Func<string, Ask<T>, Task<IResult>> act) =>
        posts.DoAsync<T>(
            request, client, ask => act(Ids.Checked(accountId, "account"), ask),
            (FormState state, int status) => pages.EditPageAsync(request, accountId, state, status));

    // Shown on the answer itself: an address to go on to would show it again.
    private IResult Shown(HttpRequest request, GivenPassword given) =>
        answers.Page<GivenPasswordPage, GivenPasswordView>(request, new GivenPasswordView(given.Account, given.Password));
}
