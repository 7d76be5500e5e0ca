using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>A list of people from a spreadsheet: a template, the look at a file, taking it over.</summary>
public sealed class ImportPages(
    RosterImport import, ClassReader records, PlanActs plans, PageAnswers answers, Problems problems, AskReader read)
{
    // Six hundred lines with every field filled.
    private const int RowsLimit = 1024 * 1024;
    private static readonly JsonSerializerOptions Rows = new(Wire.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
            byte[] xlsx = await SheetUpload.ReadAsync(request);
            (TrainingClass c, Plan plan, IReadOnlyList<ImportLine> lines, IReadOnlyList<string> unknown) =
                await import.PreviewAsync(classId, xlsx, request.Caller(), request.HttpContext.RequestAborted);
            return answers.Page<ImportPage, ImportView>(request, new ImportView(plan, c, lines, unknown, Written(lines)));
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException && problems.Of(e) is { } problem)
        {
            return answers.Page<ImportPage, ImportView>(
                request, empty, PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status);
        }
    }

    [Function(nameof(ConfirmImport))]
    [Takes(RowsLimit)]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ConfirmImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.ImportConfirm)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        ImportView empty = await EmptyAsync(request, classId);
        IFormCollection form = await PostedForm.ReadAsync(request, PostedForm.InParts);
        ImportRow[] rows = RowsOf(form["rows"].ToString());
        if (form["consent"] != "true")
        {
            ImportLine[] lines = [.. rows.Select(r => new ImportLine(r.Line, r.Form, ImportState.Good, []))];
            Problem problem = problems.Of(new InvalidInputException("consent", "consent"));
            FormState state = PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.KeyOf(form));
            return answers.Page<ImportPage, ImportView>(request, empty with { Lines = lines, RowsJson = Written(lines) }, state, problem.Status);
        }

        if (PostedForm.GivenKey(form) is not { } key) throw new BadFormException("bad-request", 400);
        ImportAnswer[] made = await import.RegisterAsync(classId, empty.Plan.Id, rows.Select(r => (r.Line, AskOf(request, client, r, key))));
        TrainingClass now = await records.GetAsync(classId, request.HttpContext.RequestAborted);
        return answers.Page<ImportResultPage, ImportResult>(request, new ImportResult(empty.Plan, now, made));
    }

    // A line's own key: the list's, with the number of the line.
    private Ask<RegistrationForm> AskOf(HttpRequest request, DurableTaskClient client, ImportRow row, string key)
    {
        RegistrationForm agreed = row.Form with { Consent = true };
        return read.Make(request, client, agreed, JsonSerializer.SerializeToUtf8Bytes(agreed, Rows), $"{key}-{row.Line}");
    }

    private async Task<ImportView> EmptyAsync(HttpRequest request, ClassId classId)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        TrainingClass c = await records.GetAsync(classId, cancellation);
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        return PersonPages.UnitsOf(plan, c, request.Caller()).Count > 0 ? new ImportView(plan, c, null, [], "") : throw new ForbiddenException();
    }

    private static string Written(IEnumerable<ImportLine> lines) =>
        JsonSerializer.Serialize(lines.Where(l => l.State == ImportState.Good).Select(l => new ImportRow(l.Line, l.Form)), Rows);

    private static ImportRow[] RowsOf(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > RowsLimit) throw BadFormException.TooLarge(RowsLimit);
        ImportRow[] rows = RequestJson.Read(() => JsonSerializer.Deserialize<ImportRow[]>(json, Rows));
        bool sound = rows.Length is > 0 and <= RosterFile.MaxRows && rows.All(r => r?.Form is not null) && rows.Select(r => r.Line).Distinct().Count() == rows.Length;
        return sound ? rows : throw new BadFormException("bad-request", 400);
    }
}
