using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Communication;

/// <summary>Communication work: logged by each unit, listed for all.</summary>
public sealed class CommunicationApi(CommunicationActs acts, CommunicationStore log, PlanActs plans, AskReader read)
{
    [Function(nameof(LogCommunication))]
    [Callers(Roles.Units)]
    [Operation("Ghi một hoạt động truyền thông", Takes = typeof(ActivityForm), Gives = typeof(CommunicationActivity), Status = 201)]
    public async Task<IResult> LogCommunication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/communication")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.LogAsync(planId, await read.ReadAsync<ActivityForm>(request, client)));

    [Function(nameof(ListCommunication))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Hoạt động truyền thông của năm kế hoạch", Gives = typeof(CommunicationActivity[]))]
    public async Task<IResult> ListCommunication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/communication")] HttpRequest request, PlanId planId)
    {
        Plan plan = await plans.GetAsync(planId, request.HttpContext.RequestAborted);
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        return Answers.Ok(await log.ActivitiesAsync(plan.Id, year.From, new DateOnly(plan.Year, 12, 31), request.HttpContext.RequestAborted));
    }

    [Function(nameof(StrikeOutCommunication))]
    [Callers(Roles.Units)]
    [Operation("Rút một dòng ghi nhầm khỏi sổ truyền thông, kèm lý do", Takes = typeof(ReasonForm), Gives = typeof(CommunicationActivity))]
    public async Task<IResult> StrikeOutCommunication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/communication/{date}/{activityId}/strike-out")] HttpRequest request,
        PlanId planId, string date, string activityId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.StrikeOutAsync(planId, Ids.Day(date, "activity"), activityId, await read.ReadAsync<ReasonForm>(request, client)));
}
