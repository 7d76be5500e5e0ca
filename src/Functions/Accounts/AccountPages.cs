using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Accounts;

/// <summary>Accounts of officers as the administrator looks at them.</summary>
public sealed class AccountPages(AccountStore book, CurrentPlan current, PageAnswers answers, PersonSearchWords words, VietnameseTexts texts)
{
    private const string Path = "/can-bo/tai-khoan";

    [Function(nameof(ShowAccounts))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ShowAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan")] HttpRequest request)
    {
        (Plan? plan, Account[] found) = await FindAsync(request);
        return answers.Page<AccountListPage, AccountList>(
            request, new AccountList(plan, request.SliceOf(found), Path + ".xlsx" + request.Filters()), words.Typed(request));
    }

    [Function(nameof(ExportAccounts))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ExportAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan.xlsx")] HttpRequest request)
    {
        (Plan? plan, Account[] found) = await FindAsync(request);
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
    [Callers(Role.Administrator)]
    public async Task<IResult> ShowMakeAccount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan/moi")] HttpRequest request) =>
        answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(null, await current.OfAsync(request)));

    [Function(nameof(ShowOneAccount))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ShowOneAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan/{accountId}")] HttpRequest request, string accountId) =>
        await EditPageAsync(request, accountId, null, 200);

    /// <summary>The page of one account, with what was typed.</summary>
    public async Task<IResult> EditPageAsync(HttpRequest request, string accountId, FormState? form, int status)
    {
        Account account = await book.GetAsync(Ids.Checked(accountId, "account"), request.HttpContext.RequestAborted);
        return answers.Page<AccountEditPage, AccountEdit>(request, new AccountEdit(account, await current.OfAsync(request)), form, status);
    }

    private async Task<(Plan? Plan, Account[] Found)> FindAsync(HttpRequest request)
    {
        Role? role = request.Choice<Role>(AccountList.OfRole);
        Plan? plan = await current.FindAsync(request);
        string wanted = Folding.Fold(words.Of(request) ?? "");
        Account[] found = [.. (await book.ListAsync(request.HttpContext.RequestAborted))
            .Where(a => role is null || a.Role == role)
            .Where(a => Folding.Fold($"{a.DisplayName} {a.UserName} {plan?.FindUnit(a.UnitId)?.Name ?? a.UnitId}").Contains(wanted, StringComparison.Ordinal))];
        return (plan, found);
    }
}
