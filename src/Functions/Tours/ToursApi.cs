using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Tours;

/// <summary>Study tours as officers run them.</summary>
public sealed class ToursApi(TourActs acts, TourStore tours, PlanActs plans, AskReader read)
{
    [Function(nameof(ListTours))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Các đoàn tham quan, học tập", Gives = typeof(StudyTour[]))]
    public async Task<IResult> ListTours([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/tours")] HttpRequest request, PlanId planId) =>
        Answers.Ok(await tours.OfPlanAsync((await plans.GetAsync(planId, request.HttpContext.RequestAborted)).Id, request.HttpContext.RequestAborted));

    [Function(nameof(PlanTour))]
    [Callers(Roles.Organisers)]
    [Operation("Lập đoàn tham quan theo kế hoạch", Takes = typeof(TourPlanForm), Gives = typeof(StudyTour), Status = 201)]
    public async Task<IResult> PlanTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.PlanAsync(planId, await read.ReadAsync<TourPlanForm>(request, client)));

    [Function(nameof(GetTour))]
    [Callers(Roles.Organisers)]
    [Operation("Một đoàn tham quan và thành viên", Gives = typeof(TourWithMembers))]
    public async Task<IResult> GetTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/tours/{tourId}")] HttpRequest request, PlanId planId, TourId tourId) =>
        Answers.Ok(await acts.MembersAsync(planId, tourId, request.Caller(), request.HttpContext.RequestAborted));

    [Function(nameof(AnnounceTour))]
    [Callers(Roles.Organisers)]
    [Operation("Thông báo đoàn: nơi đến, ngày đi, hạn cử người (cả khi định lại ngày)", Takes = typeof(TourForm), Gives = typeof(StudyTour))]
    public async Task<IResult> AnnounceTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/announce")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.AnnounceAsync(planId, tourId, await read.ReadAsync<TourForm>(request, client)));

    [Function(nameof(AddTourMember))]
    [Callers(Roles.Units)]
    [Operation("Cử một người vào đoàn", Takes = typeof(TourMemberForm), Gives = typeof(StudyTour), Status = 201)]
    public async Task<IResult> AddTourMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/members")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.AddMemberAsync(planId, tourId, await read.ReadAsync<TourMemberForm>(request, client)));

    [Function(nameof(RemoveTourMember))]
    [Callers(Roles.Units)]
    [Operation("Rút một người khỏi đoàn", Gives = typeof(StudyTour))]
    public async Task<IResult> RemoveTourMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/members/{code}/remove")] HttpRequest request,
        PlanId planId, TourId tourId, string code, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.RemoveMemberAsync(planId, tourId, code, read.Read(request, client)));

    [Function(nameof(PostponeTour))]
    [Callers(Roles.Organisers)]
    [Operation("Hoãn đoàn tham quan", Takes = typeof(ReasonForm), Gives = typeof(StudyTour))]
    public async Task<IResult> PostponeTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/postpone")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.PostponeAsync(planId, tourId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(CancelTour))]
    [Callers(Roles.Organisers)]
    [Operation("Hủy đoàn tham quan", Takes = typeof(ReasonForm), Gives = typeof(StudyTour))]
    public async Task<IResult> CancelTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/cancel")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CancelAsync(planId, tourId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(TransferTourLead))]
    [Callers(Roles.Organisers)]
    [Operation("Chuyển đoàn cho đơn vị khác chủ trì", Takes = typeof(TransferLeadForm), Gives = typeof(StudyTour))]
    public async Task<IResult> TransferTourLead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/transfer-lead")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.TransferLeadAsync(planId, tourId, await read.ReadAsync<TransferLeadForm>(request, client)));

    [Function(nameof(ReportTour))]
    [Callers(Roles.Organisers)]
    [Operation("Nộp báo cáo đoàn tham quan; đoàn kết thúc", Takes = typeof(TourReportForm), Gives = typeof(StudyTour))]
    public async Task<IResult> ReportTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/tours/{tourId}/report")] HttpRequest request,
        PlanId planId, TourId tourId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ReportAsync(planId, tourId, await read.ReadAsync<TourReportForm>(request, client)));
}
