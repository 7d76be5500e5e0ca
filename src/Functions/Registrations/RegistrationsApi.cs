using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The roster of a class and its attendance.</summary>
public sealed class RegistrationsApi(RegistrationActs registrations, AttendanceActs attendance, AskReader read)
{
    [Function(nameof(GetRoster))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Danh sách đăng ký mà đơn vị được xem", Gives = typeof(Roster))]
    public async Task<IResult> GetRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/registrations")] HttpRequest request, string classId)
    {
        (TrainingClass c, IReadOnlyList<Registration> seen) =
            await registrations.RosterAsync(classId, request.Caller(), request.HttpContext.RequestAborted);
        return Answers.Ok(new Roster(c, [.. seen.Select(RosterLine.Of)]));
    }

    [Function(nameof(RegisterSomebody))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Đăng ký thay cho người dân", Takes = typeof(RegistrationForm), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> RegisterSomebody(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client)
    {
        Ask<RegistrationForm> ask = await read.ReadAsync<RegistrationForm>(request, client);
        string planId = await registrations.PlanOfAsync(classId, ask.Cancellation);
        return Answers.Made(await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.Officer));
    }

    [Function(nameof(CancelRegistration))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Hủy đăng ký của một người, có lý do", Takes = typeof(ReasonForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> CancelRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/cancel")] HttpRequest request,
        string classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await registrations.CancelForAsync(classId, code, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(ReplaceRegistration))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Cử người khác thay người đã có chỗ, có lý do", Takes = typeof(SubstituteForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> ReplaceRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/registrations/{code}/replace")] HttpRequest request,
        string classId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await registrations.ReplaceAsync(classId, code, await read.ReadAsync<SubstituteForm>(request, client)));

    [Function(nameof(TakeAttendance))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Điểm danh một buổi học", Takes = typeof(AttendanceForm), Gives = typeof(SessionCount))]
    public async Task<IResult> TakeAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/sessions/{session:int}/attendance")] HttpRequest request,
        string classId, int session, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await attendance.TakeAsync(classId, session, await read.ReadAsync<AttendanceForm>(request, client)));

    [Function(nameof(AddWalkIn))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    [Operation("Ghi thêm người đến lớp mà chưa đăng ký", Takes = typeof(RegistrationForm), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> AddWalkIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/sessions/{session:int}/walk-ins")] HttpRequest request,
        string classId, int session, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await attendance.WalkInAsync(classId, session, await read.ReadAsync<RegistrationForm>(request, client)));
}
