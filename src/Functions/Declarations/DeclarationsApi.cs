using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Declarations;

/// <summary>Classes that units declare after they were held: declared and corrected by each unit, accepted or returned by the office.</summary>
public sealed class DeclarationsApi(DeclarationActs acts, PlanActs plans, AskReader read)
{
    private const string List = "api/plans/{planId}/declared-classes";
    private const string One = List + "/{declarationId}";

    [Function(nameof(ListDeclaredClasses))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Lớp do đơn vị tự tổ chức, khai sau khi đã học", Gives = typeof(DeclaredClass[]))]
    public async Task<IResult> ListDeclaredClasses([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = List)] HttpRequest request, PlanId planId)
    {
        Plan plan = await plans.GetAsync(planId, request.HttpContext.RequestAborted);
        return Answers.Ok(await acts.ListAsync(plan.Id, request.HttpContext.RequestAborted));
    }

    [Function(nameof(DeclareClass))]
    [Callers(Roles.Units)]
    [Operation("Khai một lớp đơn vị đã tự tổ chức", Takes = typeof(DeclarationForm), Gives = typeof(DeclaredClass), Status = 201)]
    public async Task<IResult> DeclareClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = List)] HttpRequest request, PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.DeclareAsync(planId, await read.ReadAsync<DeclarationForm>(request, client)));

    [Function(nameof(CorrectDeclaredClass))]
    [Callers(Roles.Units)]
    [Operation("Sửa lớp đã khai và gửi lại", Takes = typeof(DeclarationForm), Gives = typeof(DeclaredClass))]
    public async Task<IResult> CorrectDeclaredClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/correct")] HttpRequest request, PlanId planId, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CorrectAsync(planId, declarationId, await read.ReadAsync<DeclarationForm>(request, client)));

    [Function(nameof(AcceptDeclaredClass))]
    [Callers(Roles.Administrator)]
    [Operation("Nhận lớp đơn vị khai: từ đây lớp được tính vào báo cáo", Gives = typeof(DeclaredClass))]
    public async Task<IResult> AcceptDeclaredClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/accept")] HttpRequest request, PlanId planId, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.AcceptAsync(planId, declarationId, read.Make(request, client, new AcceptanceForm(request.Text("version")), [])));

    [Function(nameof(ReturnDeclaredClass))]
    [Callers(Roles.Administrator)]
    [Operation("Trả lại lớp đơn vị khai, kèm lý do", Takes = typeof(ReturnForm), Gives = typeof(DeclaredClass))]
    public async Task<IResult> ReturnDeclaredClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/return")] HttpRequest request, PlanId planId, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ReturnAsync(planId, declarationId, await read.ReadAsync<ReturnForm>(request, client)));

    [Function(nameof(WithdrawDeclaredClass))]
    [Callers(Roles.Units)]
    [Operation("Rút lớp đã khai khi chưa được nhận, kèm lý do", Takes = typeof(ReasonForm), Gives = typeof(DeclaredClass))]
    public async Task<IResult> WithdrawDeclaredClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/withdraw")] HttpRequest request, PlanId planId, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.WithdrawAsync(planId, declarationId, await read.ReadAsync<ReasonForm>(request, client)));
}
