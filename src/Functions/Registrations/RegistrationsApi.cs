using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The roster of a class.</summary>
public sealed class RegistrationsApi(RegistrationActs registrations, CorrectionActs corrections, AskReader read)
{
    [Function(nameof(GetRoster))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    [Operation("Danh sách đăng ký mà đơn vị được xem", Gives = typeof(Roster))]
    public async Task<IResult> GetRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/registrations")] HttpRequest request, ClassId classId)
    {
        (TrainingClass c, IReadOnlyList<Registration> seen) =
            await registrations.RosterAsync(classId, request.Caller(), request.HttpContext.RequestAborted);
        return Answers.Ok(new Roster(c, [.. seen.Select(RosterLine.Of)]));
    }

    [Function(nameof(RegisterSomebody))]
    [Callers(Roles.Organisers)]
    [Operation("Đăng ký thay cho người dân", Takes = typeof(RegistrationForm), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> RegisterSomebody(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        Ask<RegistrationForm> ask = await read.ReadAsync<RegistrationForm>(request, client);
        PlanId planId = await registrations.PlanOfAsync(classId, ask.Cancellation);
        return Answers.Made(await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.Officer));
    }

    [Function(nameof(CancelRegistration))]
    [Callers(Roles.Organisers)]
    [Operation("Hủy đăng ký của một người, có lý do", Takes = typeof(ReasonForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> CancelRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/cancel")] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await registrations.CancelForAsync(classId, code, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(ReplaceRegistration))]
    [Callers(Roles.Organisers)]
    [Operation("Cử người khác thay người đã có chỗ, có lý do", Takes = typeof(SubstituteForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> ReplaceRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/replace")] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await registrations.ReplaceAsync(classId, code, await read.ReadAsync<SubstituteForm>(request, client)));

    [Function(nameof(CorrectRegistration))]
    [Callers(Roles.Organisers)]
    [Operation("Sửa thông tin ghi sai của một người; chỗ, mã giữ nguyên", Takes = typeof(CorrectionForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> CorrectRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/correct")] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await corrections.CorrectAsync(classId, code, await read.ReadAsync<CorrectionForm>(request, client)));

    [Function(nameof(BringRegistrationBack))]
    [Callers(Roles.Organisers)]
    [Operation("Khôi phục đăng ký đã hủy nhầm", Takes = typeof(BringBackForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> BringRegistrationBack(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/bring-back")] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await corrections.BringBackAsync(classId, code, await read.ReadAsync<BringBackForm>(request, client)));
}
