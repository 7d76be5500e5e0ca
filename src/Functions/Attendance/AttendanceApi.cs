using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Attendance;

/// <summary>Who was there: marks, and people who came without having registered.</summary>
public sealed class AttendanceApi(AttendanceActs attendance, AskReader read)
{
    [Function(nameof(TakeAttendance))]
    [Callers(Roles.Organisers)]
    [Operation("Điểm danh một buổi học", Takes = typeof(AttendanceForm), Gives = typeof(SessionCount))]
    public async Task<IResult> TakeAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/sessions/{session:int}/attendance")] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await attendance.TakeAsync(classId, session, await read.ReadAsync<AttendanceForm>(request, client)));

    [Function(nameof(AddWalkIn))]
    [Callers(Roles.Organisers)]
    [Operation("Ghi thêm người đến lớp mà chưa đăng ký", Takes = typeof(RegistrationForm), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> AddWalkIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/sessions/{session:int}/walk-ins")] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await attendance.WalkInAsync(classId, session, await read.ReadAsync<RegistrationForm>(request, client)));
}
