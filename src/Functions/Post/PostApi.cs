using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Post;

/// <summary>Inbox, addresses and outgoing messages.</summary>
public sealed class PostApi(PostActs acts, BounceActs bounces, AskReader read)
{
    [Function(nameof(ListInbox))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Hộp thư của đơn vị đang dùng, mới nhất trước", Gives = typeof(InboxEntry[]))]
    public async Task<IResult> ListInbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/inbox")] HttpRequest request,
        PlanId planId) =>
        Answers.Ok(await acts.InboxAsync(planId, request.Caller(), request.HttpContext.RequestAborted));

    [Function(nameof(MarkInboxRead))]
    [Callers(Roles.Everyone)]
    [Operation("Đánh dấu đã đọc: một số tin theo mã, hoặc tất cả", Takes = typeof(ReadForm), Gives = typeof(InboxEntry[]))]
    public async Task<IResult> MarkInboxRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/inbox/read")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ReadAsync(planId, await read.ReadAsync<ReadForm>(request, client)));

    [Function(nameof(GetUnitContacts))]
    [Callers(Roles.Everyone)]
    [Operation("Địa chỉ nhận tin của một đơn vị", Gives = typeof(UnitContacts))]
    public async Task<IResult> GetUnitContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/units/{unitId}/contacts")] HttpRequest request, PlanId planId,
            string unitId) =>
        Answers.Ok(await acts.ContactsAsync(planId, unitId, request.Caller(), request.HttpContext.RequestAborted));

    [Function(nameof(SetUnitContacts))]
    [Callers(Roles.Everyone)]
    [Operation("Ghi địa chỉ nhận tin của một đơn vị, mỗi dòng một địa chỉ", Takes = typeof(ContactsForm), Gives = typeof(UnitContacts))]
    public async Task<IResult> SetUnitContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/units/{unitId}/contacts")] HttpRequest request,
        PlanId planId, string unitId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SetContactsAsync(planId, unitId, await read.ReadAsync<ContactsForm>(request, client)));

    [Function(nameof(ListMessages))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    [Operation("Tin gửi đi (thư điện tử, tin nhắn), mới nhất trước; lọc bằng state", Gives = typeof(OutgoingMessage[]))]
    public async Task<IResult> ListMessages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/messages")] HttpRequest request,
        PlanId planId) =>
        Answers.Ok(await acts.MessagesAsync(planId, request.Choice<MessageState>("state"), request.HttpContext.RequestAborted));

    [Function(nameof(SendMessageAgain))]
    [Callers(Roles.Administrator)]
    [Operation("Gửi lại một tin chưa gửi được", Gives = typeof(OutgoingMessage))]
    public async Task<IResult> SendMessageAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/messages/{messageId}/send-again")] HttpRequest request,
        PlanId planId, string messageId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SendAgainAsync(planId, messageId, read.Read(request, client)));

    [Function(nameof(TakeBounce))]
    [Signed]
    [Operation("Nhận báo của cổng tin nhắn: một tin đã nhận mà không đến được người nhận; có chữ ký HMAC-SHA256 bằng khóa bí mật của cổng",
        Takes = typeof(BounceForm), Gives = typeof(BounceTaken), TakesKey = false)]
    public async Task<IResult> TakeBounce(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/messages/bounced")] HttpRequest request, PlanId planId)
    {
        if (!request.HasJsonContentType()) throw BadFormException.WrongType("application/json");
        byte[] body = await AskReader.BodyAsync(request, AskReader.FormLimit);
        return Answers.Ok(await bounces.TakeAsync(planId, request.Headers[SignedAttribute.Header], body, request.HttpContext.RequestAborted));
    }
}
