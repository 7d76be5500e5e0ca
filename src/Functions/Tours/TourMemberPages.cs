using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Tours;

/// <summary>Who goes on a tour. Every look at the list is audited by the act.</summary>
public sealed class TourMemberPages(TourActs acts, CurrentPlan current, PageAnswers answers, PagePosts posts, PersonSearchWords words, VietnameseTexts texts)
{
    [Function(nameof(ShowTourMembers))]
    [ShowsTheRest]
    [Callers(Roles.Units)]
    public Task<IResult> ShowTourMembers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.Members)] HttpRequest request, TourId tourId) =>
        ShowAsync(request, tourId, FormState.Fresh(), StatusCodes.Status200OK);

    /// <summary>The list to call people by: with whole phone numbers for who runs the tour.</summary>
    [Function(nameof(ExportTourMembers))]
    [Callers(Roles.Units)]
    public async Task<IResult> ExportTourMembers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.ExportMembers)] HttpRequest request, TourId tourId)
    {
        Plan plan = await current.OfAsync(request);
        TourWithMembers seen = await acts.MembersAsync(plan.Id, tourId, request.Caller(), request.HttpContext.RequestAborted);
        string[] columns = [texts["tour.number"], texts["tour.name"], texts["tour.position"], texts["tour.unit"], texts["tour.phone"]];
        return ListAsk.File("thanh-vien-doan", texts["tour.members"], columns, Ordered(seen.Members, plan).Select((m, i) => new object?[]
        {
            i + 1, m.FullName, m.Position, plan.FindUnit(m.UnitId)?.Name ?? m.UnitId, m.Phone,
        }));
    }

    [Function(nameof(PostTourMember))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostTourMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TourRoutes.Members)] HttpRequest request,
        TourId tourId, [DurableClient] DurableTaskClient client)
    {
        PlanId planId = (await current.OfAsync(request)).Id;
        return await posts.DoAsync<TourMemberForm>(request, client, async ask =>
        {
            StudyTour tour = await acts.AddMemberAsync(planId, tourId, ask);
            return PageAnswers.GoTo(request.Keep(TourPaths.Members(tour.Id)), "tour-member-added");
        }, (state, status) => ShowAsync(request, tourId, state, status));
    }

    [Function(nameof(PostMemberRemoval))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostMemberRemoval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TourRoutes.RemoveMember)] HttpRequest request,
        TourId tourId, string code, [DurableClient] DurableTaskClient client)
    {
        PlanId planId = (await current.OfAsync(request)).Id;
        return await posts.DoAsync<NoForm>(request, client, async ask =>
        {
            StudyTour tour = await acts.RemoveMemberAsync(planId, tourId, code, ask);
            return PageAnswers.GoTo(request.Keep(TourPaths.Members(tour.Id)), "tour-member-removed");
        }, (state, status) => ShowAsync(request, tourId, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, TourId tourId, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        TourWithMembers seen = await acts.MembersAsync(plan.Id, tourId, caller, request.HttpContext.RequestAborted);
        string? wanted = words.Of(request);
        TourMember[] found =
        [
            .. Ordered(seen.Members, plan).Where(m => wanted is null
                || Folding.Fold($"{m.FullName} {m.Position}").Contains(Folding.Fold(wanted), StringComparison.Ordinal)),
        ];
        return answers.Page<TourMembersPage, TourMembersView>(request, new TourMembersView(
            plan, seen.Tour, wanted, found, [.. plan.Units.Where(u => caller.MayNominate(seen.Tour, u.Id))], caller.UnitId), state, status);
    }

    private static IEnumerable<TourMember> Ordered(IReadOnlyList<TourMember> members, Plan plan) => members
        .OrderBy(m => plan.UnitName(m.UnitId), StringComparer.Ordinal).ThenBy(m => m.FullName, StringComparer.Ordinal);
}
