using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Accounts;

/// <summary>API keys of callers, and the trail of what they looked at.</summary>
public sealed class ApiKeysApi(KeyActs acts, ApiKeyStore ring, AuditTrail trail, TimeProvider time, AskReader read)
{
    [Function(nameof(ListKeys))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    [Operation("Các khóa đã cấp", Gives = typeof(CallerKey[]))]
    public async Task<IResult> ListKeys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/keys")] HttpRequest request) =>
        Answers.Ok(await ring.ListAsync(request.HttpContext.RequestAborted));

    [Function(nameof(MakeKey))]
    [Callers(Roles.Administrator)]
    [Operation("Cấp khóa cho một đơn vị; khóa chỉ hiện một lần", Takes = typeof(KeyForm), Gives = typeof(NewKey), Status = 201)]
    public async Task<IResult> MakeKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/keys")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.MakeAsync(planId, Credential.Of(request).Secret, await read.ReadAsync<KeyForm>(request, client)));

    [Function(nameof(RevokeKey))]
    [Callers(Roles.Administrator)]
    [Operation("Thu hồi khóa", Gives = typeof(CallerKey))]
    public async Task<IResult> RevokeKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys/{id}/revoke")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.RevokeAsync(id, read.Read(request, client)));

    [Function(nameof(ListAudit))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    [Operation("Nhật ký xem dữ liệu cá nhân và thay đổi trong tháng này", Gives = typeof(AuditEntry[]))]
    public async Task<IResult> ListAudit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request)
    {
        DateTimeOffset now = time.GetUtcNow();
        return Answers.Ok(await trail.OfMonthAsync(now.Year, now.Month, request.HttpContext.RequestAborted));
    }
}
