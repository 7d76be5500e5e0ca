using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.Domain.Access;
using NtmServerless.Domain.People;
using NtmServerless.Domain.Plans;
using NtmServerless.Functions.Access;
using NtmServerless.Functions.Edge;
using NtmServerless.Pages.Accounts;
using NtmServerless.Pages.Forms;
using NtmServerless.Pages.Parts;
using NtmServerless.Spreadsheets;
using NtmServerless.Storage.Access;
using NtmServerless.Texts;

namespace NtmServerless.Functions.Pages;

/// <summary>Accounts of officers as the administrator looks at them.</summary>
internal sealed class AccountPages(AccountBook book, CurrentPlan current, PageAnswers answers, VietnameseTexts texts)
{
    [Function(nameof(ShowAccounts))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ShowAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan")] HttpRequest request)
    {
        AccountList list = await FoundAsync(request);
        return answers.Page<AccountListPage, AccountList>(request, list with { Accounts = [.. list.Accounts.Skip((list.Page - 1) * Pager.Size).Take(Pager.Size)] });
    }

    [Function(nameof(ExportAccounts))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ExportAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/tai-khoan.xlsx")] HttpRequest request)
    {
        AccountList list = await FoundAsync(request);
        string[] columns =
        [
            texts["account.display-name"], texts["account.user-name"], texts["account.role"], texts["account.unit"], texts["account.state"], texts["account.made-at"],
        ];
        byte[] file = TableFile.Write("Tài khoản", columns, list.Accounts.Select(a => (IReadOnlyList<object?>)
        [
            a.DisplayName, a.UserName, RoleChoices.Word(texts, a.Role), list.Plan?.FindUnit(a.UnitId)?.Name ?? a.UnitId,
            texts["account.state-" + AccountState.Of(a)], Vietnamese.Moment(a.MadeAt),
        ]));
        return Results.File(file, TableFile.MediaType, "tai-khoan.xlsx");
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

    private async Task<AccountList> FoundAsync(HttpRequest request)
    {
        string? search = request.Query["tim"] is [{ Length: > 0 and <= 100 } typed] ? typed : null;
        Role? role = Enum.TryParse(request.Query["vai-tro"], ignoreCase: true, out Role asked) && Enum.IsDefined(asked) ? asked : null;
        Plan? plan = await current.FindAsync(request);
        string wanted = Folding.Fold(search ?? "");
        Account[] found = [.. (await book.ListAsync(request.HttpContext.RequestAborted))
            .Where(a => role is null || a.Role == role)
            .Where(a => Folding.Fold($"{a.DisplayName} {a.UserName} {plan?.FindUnit(a.UnitId)?.Name ?? a.UnitId}").Contains(wanted, StringComparison.Ordinal))];
        int last = Math.Max(1, (found.Length + Pager.Size - 1) / Pager.Size);
        int page = int.TryParse(request.Query["trang"], out int given) ? Math.Clamp(given, 1, last) : 1;
        return new AccountList(plan, found, found.Length, page, search, role);
    }
}
