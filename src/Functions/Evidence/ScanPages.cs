using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>The scan of a signing sheet finds its class and session by the code on the paper.</summary>
public sealed class ScanPages(EvidenceActs evidence, ClassReader records, PlanActs plans, PageAnswers answers, FilePosts files, AskReader read)
{
    private const int MostSignatures = 1_000;

    [Function(nameof(ShowScan))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ShowScan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = EvidenceRoutes.Scan)] HttpRequest request)
    {
        (ClassId ClassId, int Session)? taken = SheetCode.Read(request.Text("ma") ?? "");
        ClassOfPlan? c = null;
        if (taken is { } sheet)
        {
            TrainingClass found = await records.GetAsync(new(Ids.Checked(sheet.ClassId, "class")), request.HttpContext.RequestAborted);
            if (request.Caller().MayTakeAttendance(found)) c = new ClassOfPlan(await plans.GetAsync(found.PlanId, request.HttpContext.RequestAborted), found);
        }

        return Show(request, c, taken?.Session, FormState.Fresh(), StatusCodes.Status200OK);
    }

    [Function(nameof(PostScan))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    public Task<IResult> PostScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.Scan)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        files.DoAsync(request, async (form, key) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            (ClassId classId, int session) = SheetCode.Read(form["code"].ToString().Trim()) ?? throw new InvalidInputException("code", "sheet-code");
            await EnsureTakenAsync(classId, session, request.Caller(), cancellation);
            UploadDescription described = new(EvidenceKind.SignedSheet, session, Signatures(form["signatures"].ToString().Trim()));
            UploadedFile file = await UploadReader.ReadScanAsync(form, described, cancellation);
            await using Stream content = file.Content;
            byte[] told = System.Text.Encoding.UTF8.GetBytes($"{file.Kind}/{file.Sha256}/{file.Session}/{file.Signatures}");
            await evidence.AddAsync(classId, read.Make(request, client, file, told, $"{key}/{file.Sha256}"));
            return PageAnswers.GoTo(EvidencePaths.Scanned(SheetCode.Text(classId, session)), "document-scan-taken");
        }, (state, status) => Task.FromResult(Show(request, null, null, state, status)));

    // A code that was misread names no class: that is a mistake in the field, not a page that is not there.
    private async Task EnsureTakenAsync(ClassId classId, int session, Caller caller, CancellationToken cancellation)
    {
        try
        {
            await evidence.EnsureTakenAsync(classId, caller, session, cancellation);
        }
        catch (RecordMissingException)
        {
            throw new InvalidInputException("code", "sheet-code");
        }
    }

    private static int? Signatures(string text)
    {
        if (text.Length == 0) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MostSignatures
            ? number
            : throw new InvalidInputException("signatures", "range", ("from", 0), ("to", MostSignatures));
    }

    private IResult Show(HttpRequest request, ClassOfPlan? c, int? session, FormState state, int status) =>
        answers.Page<ScanPage, ScanView>(request, new ScanView(c, session, null), state, status);
}
