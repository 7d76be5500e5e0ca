using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Accounts;

/// <summary>Who asks.</summary>
/// <param name="Token">Goes into the header X-Ntm-Token of every changing request of this session; null where a key is used.</param>
public sealed record MeView(string UserName, string DisplayName, Role Role, string UnitId, string? Token);

/// <summary>Accounts of officers, for programs and for scripts of the pages.</summary>
public sealed class AccountsApi(AccountActs acts, AccountStore book, CurrentPlan current, IAntiforgery antiforgery, AskReader read)
{
    [Function(nameof(GetMe))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    [Operation("Người đang đăng nhập và mã chống giả mạo cho các yêu cầu sau", Gives = typeof(MeView))]
    public IResult GetMe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request)
    {
        Officer officer = request.HttpContext.Features.Get<Officer>()!;
        string? token = Credential.Of(request).AccountId is null ? null : antiforgery.GetAndStoreTokens(request.HttpContext).RequestToken;
        return Answers.Ok(new MeView(officer.UserName, officer.DisplayName, officer.Caller.Role, officer.Caller.UnitId, token));
    }

    [Function(nameof(ListAccounts))]
    [Callers(Role.Administrator)]
    [Operation("Tài khoản của cán bộ", Gives = typeof(Account[]))]
    public async Task<IResult> ListAccounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/accounts")] HttpRequest request) =>
        Answers.Ok(await book.ListAsync(request.HttpContext.RequestAborted));

    [Function(nameof(MakeAccount))]
    [Callers(Role.Administrator)]
    [Operation("Tạo tài khoản; mật khẩu dùng lần đầu chỉ hiện một lần", Takes = typeof(AccountForm), Gives = typeof(GivenPassword), Status = 201)]
    public async Task<IResult> MakeAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.MakeAsync(await current.OfAsync(request), Credential.Of(request).Secret, await read.ReadAsync<AccountForm>(request, client)));

    [Function(nameof(ChangeAccount))]
    [Callers(Role.Administrator)]
    [Operation("Sửa vai trò, đơn vị, họ tên của một tài khoản", Takes = typeof(AccountChangeForm), Gives = typeof(Account))]
    public async Task<IResult> ChangeAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ChangeAsync(await current.OfAsync(request), Id(accountId), await read.ReadAsync<AccountChangeForm>(request, client)));

    [Function(nameof(GiveAccountPassword))]
    [Callers(Role.Administrator)]
    [Operation("Cấp mật khẩu mới; các phiên đang mở kết thúc", Gives = typeof(GivenPassword))]
    public async Task<IResult> GiveAccountPassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/password")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.GivePasswordAsync(Id(accountId), Credential.Of(request).Secret, read.Read(request, client)));

    [Function(nameof(DisableAccount))]
    [Callers(Role.Administrator)]
    [Operation("Khóa tài khoản; các phiên đang mở kết thúc", Gives = typeof(Account))]
    public async Task<IResult> DisableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/disable")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SetDisabledAsync(Id(accountId), true, read.Read(request, client)));

    [Function(nameof(EnableAccount))]
    [Callers(Role.Administrator)]
    [Operation("Mở khóa tài khoản", Gives = typeof(Account))]
    public async Task<IResult> EnableAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/enable")] HttpRequest request,
        string accountId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SetDisabledAsync(Id(accountId), false, read.Read(request, client)));

    private static string Id(string accountId) => Ids.Checked(accountId, "account");
}
