using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Telling;

/// <summary>A message of an officer's own to people of a class.</summary>
public sealed class OwnMessagePages(TellingActs acts, ClassReader records, PlanActs plans, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(AskForMessage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> AskForMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TellingRoutes.Message)] HttpRequest request, ClassId classId) =>
        PageAsync(request, classId, null, StatusCodes.Status200OK);

    [Function(nameof(WriteToPeople))]
    [Callers(Roles.Organisers)]
    public Task<IResult> WriteToPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TellingRoutes.Message)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<OwnMessageForm>(request, client, async ask =>
        {
            if (ask.Form.OnlyTried)
            {
                MessageTry tried = await acts.TryAsync(classId, ask.Caller, ask.Form, ask.Cancellation);
                return await PageAsync(request, classId, await PagePosts.TypedAsync(request), StatusCodes.Status200OK, tried);
            }

            await acts.WriteAsync(classId, ask);
            return PageAnswers.GoTo(TellingPaths.Of(classId), "people-written-to");
        }, (state, status) => PageAsync(request, classId, state, status));

    private async Task<IResult> PageAsync(HttpRequest request, ClassId classId, FormState? form, int status, MessageTry? tried = null)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!request.Caller().MayRun(c)) throw new ForbiddenException();
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        IReadOnlyList<Registration> people = OwnMessages.For(await records.RegistrationsAsync(classId, cancellation), MessageGroup.Registered, null);
        HashSet<string> communes = [.. people.Select(r => r.Applicant.UnitId)];
        return answers.Page<MessagePage, MessageView>(request, new MessageView(
            plan, c, [.. plan.Units.Where(u => communes.Contains(u.Id))], c.Seats.Confirmed, c.Seats.Waitlisted,
            await acts.BesideAsync(plan, c, people, cancellation), tried), form, status);
    }
}
