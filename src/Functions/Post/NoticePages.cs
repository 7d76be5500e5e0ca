using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Post;

/// <summary>What is told to whom: read, worded and switched by the office.</summary>
public sealed class NoticePages(NoticeActs acts, NoticeSettingStore records, LetterWords words, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    // No record of a plan: the example's.
    private const string Example = "vi-du";

    [Function(nameof(ShowNotices))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowNotices([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PostRoutes.Notices)] HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        return answers.Page<NoticesPage, NoticeSettings>(request, await records.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted));
    }

    [Function(nameof(ShowNotice))]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowNotice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PostRoutes.Notice)] HttpRequest request, string kind) =>
        PageAsync(request, Read(kind), null, StatusCodes.Status200OK);

    [Function(nameof(PostNotice))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostRoutes.Notice)] HttpRequest request, string kind,
        [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        NoticeKind which = Read(kind);
        return await posts.DoAsync<NoticeForm>(request, client, async ask =>
        {
            switch (ask.Form.Act)
            {
                case "try":
                    NoticeWording typed = await acts.TryAsync(plan.Id, which, ask.Form, ask.Cancellation);
                    return await PageAsync(request, which, await PagePosts.TypedAsync(request), StatusCodes.Status200OK, typed);
                case "reset":
                    await acts.ResetAsync(plan.Id, which, ask);
                    return Done(request, which, "notice-reset");
                case "off":
                    await acts.SwitchOffAsync(plan.Id, which, ask);
                    return Done(request, which, "notice-off");
                case "on":
                    await acts.SwitchOnAsync(plan.Id, which, ask);
                    return Done(request, which, "notice-on");
                default:
                    await acts.SetWordsAsync(plan.Id, which, ask);
                    return Done(request, which, "notice-saved");
            }
        }, (state, status) => PageAsync(request, which, state, status));
    }

    private static IResult Done(HttpRequest request, NoticeKind kind, string what) => PageAnswers.GoTo(request.Keep(PostPaths.Notice(kind)), what);

    private static NoticeKind Read(string kind)
    {
        foreach (NoticeKind one in Enum.GetValues<NoticeKind>())
            if (Codes.Key(one) == kind) return one;
        throw new RecordMissingException("page");
    }

    private async Task<IResult> PageAsync(HttpRequest request, NoticeKind kind, FormState? form, int status, NoticeWording? typed = null)
    {
        Plan plan = await current.OfAsync(request);
        NoticeSetting setting = await records.GetAsync(plan.Id, kind, request.HttpContext.RequestAborted);
        NoticeWording now = words.Wording(setting);
        IReadOnlyDictionary<string, string> names = acts.Names(kind);
        NoticeView view = new(setting, Shown(words.Original(kind)), Shown(now), names, Preview(plan, kind, typed ?? now));
        return answers.Page<NoticePage, NoticeView>(request, view, form, status);

        NoticeWording Shown(NoticeWording w) =>
            new(NoticeText.Shown(w.Subject, names), NoticeText.Shown(w.Body, names), w.Brief is { } text ? NoticeText.Shown(text, names) : null);
    }

    private NoticePreview Preview(Plan plan, NoticeKind kind, NoticeWording wording)
    {
        (string Name, object Value)[] facts = acts.Example(kind);
        PostedNotice notice = new(kind, new PostSubject(kind.About(), Example), default, null, null);
        string code = acts.Names(kind).ContainsKey("code") ? acts.ExampleCode : "";
        return new NoticePreview(
            words.Subject(wording, facts),
            words.Body(plan, notice, plan.FindOffice(), wording, facts),
            words.ToUnit(plan, wording, facts),
            wording.Brief is null ? null : words.ToParticipant(plan, wording, code, acts.ExampleName, [.. facts, ("text", acts.ExampleText)]));
    }
}
