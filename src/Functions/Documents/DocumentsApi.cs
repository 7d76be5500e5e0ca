using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Documents;

/// <summary>Official documents: making them, reading, signing, withdrawing.</summary>
public sealed class DocumentsApi(DocumentActs acts, PlanDocumentActs ofPlan, PlanActs plans, AskReader read)
{
    [Function(nameof(MakeClassDocument))]
    [Callers(Roles.Organisers)]
    [Operation("Lập một văn bản của lớp; lập lại từ cùng dữ liệu thì được đúng văn bản đã có", Takes = typeof(ClassDocumentForm), Gives = typeof(OfficialDocument), Status = 201)]
    public async Task<IResult> MakeClassDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/documents")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await acts.MakeAsync(classId, await read.ReadAsync<ClassDocumentForm>(request, client)));

    [Function(nameof(ListClassDocuments))]
    [ShowsTheRest]
    [Callers(Roles.ClassDocumentReaders)]
    [Operation("Văn bản đã lập của lớp", Gives = typeof(OfficialDocument[]))]
    public async Task<IResult> ListClassDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/documents")] HttpRequest request, ClassId classId) =>
        Answers.Ok((await acts.OfClassAsync(classId, request.Caller(), request.HttpContext.RequestAborted)).Documents);

    [Function(nameof(ListDocuments))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Mọi văn bản của kế hoạch mà đơn vị được xem", Gives = typeof(OfficialDocument[]))]
    public async Task<IResult> ListDocuments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/documents")] HttpRequest request, PlanId planId)
    {
        Plan plan = await plans.GetAsync(planId, request.HttpContext.RequestAborted);
        return Answers.Ok(await acts.OfPlanAsync(plan, request.Caller(), request.HttpContext.RequestAborted));
    }

    [Function(nameof(GetDocument))]
    [Callers(Roles.Everyone)]
    [Operation("Tải tệp văn bản (DOCX, phụ lục là XLSX)", Media = "application/octet-stream")]
    public async Task<IResult> GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.File)] HttpRequest request, PlanId planId, string documentId)
    {
        (OfficialDocument document, byte[] content) = await acts.OpenAsync(
            planId, Ids.Checked(documentId, "document"), request.Caller(), request.HttpContext.RequestAborted);
        return Sent(document, content);
    }

    [Function(nameof(WithdrawDocument))]
    [Callers(Roles.Organisers)]
    [Operation("Thu hồi văn bản; số không dùng lại, sổ giữ lý do", Takes = typeof(ReasonForm), Gives = typeof(OfficialDocument))]
    public async Task<IResult> WithdrawDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/documents/{documentId}/withdraw")] HttpRequest request,
        PlanId planId, string documentId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.WithdrawAsync(planId, Ids.Checked(documentId, "document"), await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(SignDocument))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    [Operation("Đính kèm bản quét đã ký của văn bản", Gives = typeof(OfficialDocument), Status = 201, TakesMedia = "multipart/form-data", FileAlone = true)]
    public async Task<IResult> SignDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.SignedFile)] HttpRequest request,
        PlanId planId, string documentId, [DurableClient] DurableTaskClient client)
    {
        documentId = Ids.Checked(documentId, "document");
        await acts.EnsureSignedByAsync(planId, documentId, request.Caller(), request.HttpContext.RequestAborted);
        UploadedFile file = await UploadReader.ReadScanAsync(request);
        await using Stream content = file.Content;
        return Answers.Made(await acts.AttachAsync(planId, documentId, read.Make(request, client, file, System.Text.Encoding.UTF8.GetBytes(file.Sha256))));
    }

    [Function(nameof(GetSignedDocument))]
    [Callers(Roles.Everyone)]
    [Operation("Tải bản quét đã ký", Media = "application/octet-stream")]
    public async Task<IResult> GetSignedDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.SignedFile)] HttpRequest request, PlanId planId, string documentId)
    {
        (OfficialDocument document, Stream content) = await acts.OpenScanAsync(
            planId, Ids.Checked(documentId, "document"), request.Caller(), request.HttpContext.RequestAborted);
        return SentScan(document, content);
    }

    [Function(nameof(MakePlanDocument))]
    [Callers(Roles.Administrator)]
    [Operation("Lập văn bản kế hoạch từ dữ liệu", Gives = typeof(OfficialDocument), Status = 201)]
    public async Task<IResult> MakePlanDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/documents/plan")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await ofPlan.MakePlanAsync(planId, read.Read(request, client)));

    [Function(nameof(MakeLogDocument))]
    [Callers(Roles.LogIssuers)]
    [Operation("Lập sổ theo dõi truyền thông của một khoảng thời gian", Takes = typeof(LogSpanForm), Gives = typeof(OfficialDocument), Status = 201)]
    public async Task<IResult> MakeLogDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/documents/communication-log")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await ofPlan.MakeLogAsync(planId, await read.ReadAsync<LogSpanForm>(request, client)));

    [Function(nameof(MakeRegisterDocument))]
    [Callers(Roles.Units)]
    [Operation("Lập sổ đăng ký văn bản đi của một đơn vị trong năm", Takes = typeof(RegisterForm), Gives = typeof(OfficialDocument), Status = 201)]
    public async Task<IResult> MakeRegisterDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/documents/register")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Made(await ofPlan.MakeRegisterAsync(planId, await read.ReadAsync<RegisterForm>(request, client)));

    [Function(nameof(SetDocumentRegister))]
    [Callers(Roles.Units)]
    [Operation("Đặt số bắt đầu theo sổ giấy và chữ viết tắt đơn vị của một loại văn bản", Takes = typeof(RegisterStartForm), Gives = typeof(NumberRegister))]
    public async Task<IResult> SetDocumentRegister(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/document-registers")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await ofPlan.SetRegisterAsync(planId, await read.ReadAsync<RegisterStartForm>(request, client)));

    /// <summary>A download under a name of ours.</summary>
    public static IResult Sent(OfficialDocument document, byte[] content) =>
        Results.File(content, KeptDocuments.MediaTypeOf(document.Kind), $"{NameOf(document)}.{KeptDocuments.ExtensionOf(document.Kind)}");

    public static IResult SentScan(OfficialDocument document, Stream content) =>
        Results.Stream(content, FileContent.MediaType(document.Scan!.Type), $"{NameOf(document)}-da-ky.{document.Scan.Type}".ToLowerInvariant());

    private static string NameOf(OfficialDocument document) =>
        $"{(document.Number is { } number ? $"{number:00}-" : "")}{document.Kind}-{document.AboutId}".ToLowerInvariant();
}
