using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>A list of people from a spreadsheet: a template, the look at a file, mending it in the page, taking it over.</summary>
public sealed class ImportPages(
    RosterImport import, ClassReader records, PlanActs plans, PageAnswers answers, Problems problems, AskReader read, VietnameseTexts texts)
{
    private const string Check = "check";

    [Function(nameof(AskForImport))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> AskForImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Import)] HttpRequest request, ClassId classId) =>
        answers.Page<ImportPage, ImportView>(request, await EmptyAsync(request, classId));

    [Function(nameof(ExportTemplate))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ExportTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.ImportTemplate)] HttpRequest request, ClassId classId) =>
        Results.File(RosterFile.Template((await EmptyAsync(request, classId)).Plan), TableFile.MediaType, "mau-danh-sach.xlsx");

    [Function(nameof(PreviewImport))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PreviewImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.Import)] HttpRequest request, ClassId classId)
    {
        ImportView empty = await EmptyAsync(request, classId);
        try
        {
            byte[] bytes = await SheetUpload.ReadAsync(request);
            ImportList list = RosterImport.Read(bytes, empty.Plan, request.Caller(), request.HttpContext.RequestAborted);
            return answers.Page<ImportPage, ImportView>(request, await ViewAsync(request, empty, list, takesHidden: false, new HashSet<int>()));
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException && problems.Of(e) is { } problem)
        {
            return answers.Page<ImportPage, ImportView>(
                request, empty, PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status);
        }
    }

    [Function(nameof(ConfirmImport))]
    [Takes(ImportList.Limit)]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ConfirmImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.ImportConfirm)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        ImportView empty = await EmptyAsync(request, classId);
        IFormCollection form = await PostedForm.ReadAsync(request, PostedForm.InParts);
        ImportList posted = ImportList.Read(form["rows"].ToString());
        bool takesHidden = form["hidden"] == "true";
        (ImportList list, IReadOnlySet<int> typed) = ImportMends.Take(posted, form, WordsOf(request, empty, posted), empty.Plan.Year);
        ImportView view = await ViewAsync(request, empty, list, takesHidden, ImportMends.Others(form));
        ImportLine[] sent = [.. view.Lines!.Where(l => l.State is ImportState.Good or ImportState.There)];
        Problem? problem = form["act"] == Check ? null : WhyNotTaken(form, [.. view.Lines!.Where(l => l.State == ImportState.Wrong && typed.Contains(l.Id))]);
        if (form["act"] == Check || problem is not null || sent.Length == 0)
        {
            FormState state = (problem is null ? FormState.Fresh() : PagePosts.StateOf(FormCollection.Empty, problem, "")) with
            {
                Key = PostedForm.KeyOf(form),
                Values = form.Where(f => f.Key is "hidden" or "consent" || ImportMends.IsOther(f.Key)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray()),
            };
            return answers.Page<ImportPage, ImportView>(request, view, state, problem?.Status ?? (form["act"] == Check ? 200 : 422));
        }

        if (PostedForm.GivenKey(form) is not { } key) throw new BadFormException("bad-request", 400);
        ImportAnswer[] made = await import.RegisterAsync(classId, empty.Plan.Id, sent.Select(l => (l.Place, AskOf(request, client, l, key))));
        TrainingClass now = await records.GetAsync(classId, request.HttpContext.RequestAborted);
        ImportLine[] rest = [.. view.Lines!.Where(l => l.State is ImportState.Wrong or ImportState.Hidden or ImportState.Asked)];
        return answers.Page<ImportResultPage, ImportResult>(request, new ImportResult(empty.Plan, now, [.. made, .. Skipped(view)], rest.Length,
            rest.Length > 0 ? new ImportList([.. rest.Select(l => list.Rows[l.Id - 1])], [], []).Written() : null));
    }

    // What was typed and is still wrong is shown again, before anybody is registered.
    private Problem? WhyNotTaken(IFormCollection form, ImportLine[] typedWrong)
    {
        FieldError[] errors =
        [
            .. form["consent"] == "true" ? Array.Empty<FieldError>() : [new FieldError("consent", "consent")],
            .. typedWrong.SelectMany(l => l.Fields).Where(f => f.Error is not null).Select(f => new FieldError(f.Input, "roster-still-wrong")),
        ];
        return errors.Length > 0 ? problems.Of(new InvalidInputException(errors)) : null;
    }

    private IEnumerable<ImportAnswer> Skipped(ImportView view) =>
        from line in view.Lines
        where line.State is ImportState.Wrong or ImportState.Hidden or ImportState.Twice or ImportState.Asked
        let reason = line.State switch
        {
            ImportState.Hidden => texts["roster.line-hidden"],
            ImportState.Twice => texts["roster.line-twice", ("line", line.SameAs ?? "")],
            ImportState.Asked => texts["roster.line-asked", ("like", line.Like ?? "")],
            _ => string.Join(' ', line.Errors),
        }
        select new ImportAnswer(line.Place, line.NameIn(texts), ImportOutcome.Skipped, reason);

    // A line's own key: the list's, with the number of the line.
    private Ask<RegistrationForm> AskOf(HttpRequest request, DurableTaskClient client, ImportLine line, string key)
    {
        RegistrationForm agreed = line.Form with { Consent = true };
        return read.Make(request, client, agreed, ImportList.Written(agreed), $"{key}-{line.Id}");
    }

    private async Task<ImportView> ViewAsync(HttpRequest request, ImportView empty, ImportList list, bool takesHidden, IReadOnlySet<int> others)
    {
        IReadOnlyList<ImportLine> lines =
            await import.LinesAsync(empty.Class.Id, empty.Plan, list, takesHidden, others, request.Caller(), request.HttpContext.RequestAborted);
        return empty with
        {
            Lines = lines,
            UnknownColumns = list.Unknown,
            RowsJson = list.Written(),
            Words = WordsOf(request, empty, list),
            Left = [.. list.Left.Select(l => new ImportLeft(l.Sheet, l.Why.ToString().ToLowerInvariant(), l.Count, l.Lines, l.Text))],
            Hidden = list.Rows.Count(r => r.IsHidden),
        };
    }

    private IReadOnlyList<ImportWord> WordsOf(HttpRequest request, ImportView empty, ImportList list) =>
        ImportMends.Words(list, empty.Class, PersonPages.UnitsOf(empty.Plan, empty.Class, request.Caller()), texts);

    private async Task<ImportView> EmptyAsync(HttpRequest request, ClassId classId)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        TrainingClass c = await records.GetAsync(classId, cancellation);
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        return PersonPages.UnitsOf(plan, c, request.Caller()).Count > 0 ? new ImportView(plan, c, null, [], "") : throw new ForbiddenException();
    }
}
