using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>Classes as officers plan, announce and steer them.</summary>
public sealed class ClassesApi(ClassActs acts, ClassSummaries summaries, ClassReader records, AskReader read)
{
    [Function(nameof(ListClasses))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Mọi lớp của kế hoạch", Gives = typeof(TrainingClass[]))]
    public async Task<IResult> ListClasses(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/classes")] HttpRequest request, PlanId planId) =>
        Answers.Ok(await summaries.OfPlanAsync(planId, request.HttpContext.RequestAborted));

    [Function(nameof(PlanClass))]
    [Callers(Roles.Organisers)]
    [Operation("Đưa một lớp vào kế hoạch năm", Takes = typeof(ClassForm), Gives = typeof(TrainingClass), Status = 201)]
    public async Task<IResult> PlanClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/classes")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.PlanAsync(planId, await read.ReadAsync<ClassForm>(request, client)));

    [Function(nameof(GetClass))]
    [Callers(Roles.Everyone)]
    [Operation("Một lớp với giai đoạn, số chỗ, minh chứng, báo cáo", Gives = typeof(TrainingClass))]
    public async Task<IResult> GetClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}")] HttpRequest request, ClassId classId) =>
        Answers.Ok(await records.GetAsync(classId, request.HttpContext.RequestAborted));

    [Function(nameof(AnnounceClass))]
    [Callers(Roles.Organisers)]
    [Operation("Thông báo lớp: ngày học, địa điểm, thời gian đăng ký", Takes = typeof(AnnounceForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> AnnounceClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/announce")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.AnnounceAsync(classId, await read.ReadAsync<AnnounceForm>(request, client)));

    [Function(nameof(ExtendRegistration))]
    [Callers(Roles.Organisers)]
    [Operation("Gia hạn đăng ký", Takes = typeof(ExtendForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> ExtendRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/extend")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ExtendAsync(classId, await read.ReadAsync<ExtendForm>(request, client)));

    [Function(nameof(GoOnWithFew))]
    [Callers(Roles.Organisers)]
    [Operation("Vẫn mở lớp dù ít người đăng ký", Gives = typeof(TrainingClass))]
    public async Task<IResult> GoOnWithFew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/go-on")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.GoOnAsync(classId, read.Read(request, client)));

    [Function(nameof(SetCapacity))]
    [Callers(Roles.Organisers)]
    [Operation("Đổi số chỗ của lớp; người chờ được chuyển lên", Takes = typeof(CapacityForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> SetCapacity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/capacity")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SetCapacityAsync(classId, await read.ReadAsync<CapacityForm>(request, client)));

    [Function(nameof(PostponeClass))]
    [Callers(Roles.Organisers)]
    [Operation("Hoãn lớp, hoặc hoãn các buổi còn lại", Takes = typeof(ReasonForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> PostponeClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/postpone")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.PostponeAsync(classId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(RescheduleClass))]
    [Callers(Roles.Organisers)]
    [Operation("Định ngày mới cho lớp bị hoãn", Takes = typeof(AnnounceForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> RescheduleClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/reschedule")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.RescheduleAsync(classId, await read.ReadAsync<AnnounceForm>(request, client)));

    [Function(nameof(CancelClass))]
    [Callers(Roles.Organisers)]
    [Operation("Hủy lớp; mọi người đã đăng ký được báo", Takes = typeof(ReasonForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> CancelClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/cancel")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CancelAsync(classId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(CallClassNotHeld))]
    [Callers(Roles.Organisers)]
    [Operation("Lớp không diễn ra: chờ ngày mới hoặc hủy", Takes = typeof(NotHeldForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> CallClassNotHeld(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/not-held")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CallNotHeldAsync(classId, await read.ReadAsync<NotHeldForm>(request, client)));

    [Function(nameof(EndClassEarly))]
    [Callers(Roles.Organisers)]
    [Operation("Kết thúc lớp dở dang với các buổi đã học", Takes = typeof(ReasonForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> EndClassEarly(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/end-early")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.EndEarlyAsync(classId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(TransferClassLead))]
    [Callers(Roles.Organisers)]
    [Operation("Chuyển lớp cho đơn vị khác chủ trì", Takes = typeof(TransferLeadForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> TransferClassLead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/transfer-lead")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.TransferLeadAsync(classId, await read.ReadAsync<TransferLeadForm>(request, client)));

    [Function(nameof(ListNotices))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    [Operation("Những gì đã báo về lớp: cho ai, khi nào", Gives = typeof(StoredNotice[]))]
    public async Task<IResult> ListNotices(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/notices")] HttpRequest request, ClassId classId) =>
        Answers.Ok(await records.NoticesAsync(await SeenAsync(classId, request), request.HttpContext.RequestAborted));

    [Function(nameof(ListClassAudit))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    [Operation("Nhật ký thay đổi của lớp", Gives = typeof(AuditEntry[]))]
    public async Task<IResult> ListClassAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/audit")] HttpRequest request, ClassId classId) =>
        Answers.Ok(await records.AuditAsync(await SeenAsync(classId, request), request.HttpContext.RequestAborted));

    private async Task<ClassId> SeenAsync(ClassId classId, HttpRequest request)
    {
        TrainingClass c = await records.GetAsync(classId, request.HttpContext.RequestAborted);
        return request.Caller().MayTakeAttendance(c) ? classId : throw new ForbiddenException();
    }
}
