using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Accounts;

/// <summary>Accounts of officers as the administrator looks at them.</summary>
public sealed class AccountPages(AccountStore book, CurrentPlan current, PageAnswers answers, PersonSearchWords words, VietnameseTexts texts)
{
    [Function(nameof(ShowAccounts))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.List)] HttpRequest request)
    {
        (Plan? plan, Account[] found, int without) = await FindAsync(request);
        return answers.Page<AccountListPage, AccountList>(
            request, new AccountList(plan, request.SliceOf(found), AccountPaths.Export + request.Filters(), without), words.Typed(request));
    }

    [Function(nameof(ExportAccounts))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ExportAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.Export)] HttpRequest request)
    {
        (Plan? plan, Account[] found, _) = await FindAsync(request);
        string[] columns =
        [
            texts["account.display-name"], texts["account.user-name"], texts["account.role"], texts["account.unit"], texts["account.state"], texts["account.made-at"],
        ];
        return ListAsk.File("tai-khoan", texts["shell.accounts"], columns, found.Select(a => (IReadOnlyList<object?>)
        [
            a.DisplayName, a.UserName, RoleChoices.Word(texts, a.Role), plan?.FindUnit(a.UnitId)?.Name ?? a.UnitId,
            texts["account.state-" + AccountState.Of(a)], Vietnamese.Moment(a.MadeAt),
        ]));
    }

    [Function(nameof(ShowMakeAccount))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowMakeAccount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.New)] HttpRequest request) =>
        answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(null, await current.OfAsync(request)));

    [Function(nameof(ShowOneAccount))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowOneAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.One)] HttpRequest request, string accountId) =>
        await EditPageAsync(request, accountId, null, 200);

    [Function(nameof(ShowManyAccounts))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowManyAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AccountRoutes.ForUnits)] HttpRequest request) =>
        UnitsPageAsync(request, null, 200);

    /// <summary>The units that have no account yet, with what was typed.</summary>
    public async Task<IResult> UnitsPageAsync(HttpRequest request, FormState? form, int status)
    {
        Plan plan = await current.OfAsync(request);
        IReadOnlyList<Account> known = await book.ListAsync(request.HttpContext.RequestAborted);
        return answers.Page<UnitAccountsPage, UnitAccountsView>(request, new UnitAccountsView(plan, AccountProposal.For(plan, known)), form, status);
    }

    /// <summary>The page of one account, with what was typed.</summary>
    public async Task<IResult> EditPageAsync(HttpRequest request, string accountId, FormState? form, int status)
    {
        Account account = await book.GetAsync(Ids.Checked(accountId, "account"), request.HttpContext.RequestAborted);
        return answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(account, await current.OfAsync(request)), form, status);
    }

    private async Task<(Plan? Plan, Account[] Found, int UnitsWithout)> FindAsync(HttpRequest request)
    {
        Role? role = request.Choice<Role>(AccountList.OfRole);
        Plan? plan = await current.FindAsync(request);
        string wanted = Folding.Fold(words.Of(request) ?? "");
        IReadOnlyList<Account> known = await book.ListAsync(request.HttpContext.RequestAborted);
        Account[] found = [.. known
            .Where(a => role is null || a.Role == role)
            .Where(a => Folding.Fold($"{a.DisplayName} {a.UserName} {plan?.FindUnit(a.UnitId)?.Name ?? a.UnitId}").Contains(wanted, StringComparison.Ordinal))];
        return (plan, found, plan is null ? 0 : AccountProposal.For(plan, known).Count);
    }
}
