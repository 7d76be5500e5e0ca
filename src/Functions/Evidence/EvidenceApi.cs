using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>Signers sheets and photos of a class.</summary>
public sealed class EvidenceApi(EvidenceActs evidence, SignatureActs signatures, AskReader read)
{
    [Function(nameof(UploadEvidence))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    [Operation("Gửi danh sách ký hoặc ảnh lớp học", Gives = typeof(EvidenceReceipt), Status = 201, TakesMedia = "multipart/form-data")]
    public async Task<IResult> UploadEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/evidence")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        await evidence.EnsureTakenAsync(classId, request.Caller(), null, request.HttpContext.RequestAborted);
        UploadedFile file = await UploadReader.ReadAsync(request);
        await using Stream content = file.Content;
        byte[] told = System.Text.Encoding.UTF8.GetBytes($"{file.Kind}/{file.Sha256}/{file.Session}/{file.Signatures}");
        return Answers.Made(await evidence.AddAsync(classId, read.Make(request, client, file, told)));
    }

    [Function(nameof(ListEvidence))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    [Operation("Minh chứng đã có của lớp", Gives = typeof(EvidenceFact[]))]
    public async Task<IResult> ListEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/evidence")] HttpRequest request, ClassId classId) =>
        Answers.Ok(await evidence.ListAsync(classId, request.Caller(), request.HttpContext.RequestAborted));

    [Function(nameof(ErasePhoto))]
    [Callers(Roles.Organisers)]
    [Operation("Xóa ảnh có người theo yêu cầu; giữ lại mã tệp, lý do và người xóa", Takes = typeof(ReasonForm), Gives = typeof(EvidenceFact))]
    public async Task<IResult> ErasePhoto(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/evidence/photo/{sha256}/erase")] HttpRequest request,
        ClassId classId, string sha256, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await evidence.ErasePhotoAsync(classId, Ids.Checked(sha256, "evidence"), await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(GetEvidence))]
    [Callers(Roles.Organisers)]
    [Operation("Tải một tệp minh chứng", Media = "application/octet-stream")]
    public async Task<IResult> GetEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = EvidenceRoutes.File)] HttpRequest request,
        ClassId classId, string kind, string sha256)
    {
        if (!Enum.TryParse(kind, ignoreCase: true, out EvidenceKind known) || !Enum.IsDefined(known)) throw new RecordMissingException("evidence");
        (EvidenceFact fact, Stream content) = await evidence.OpenAsync(
            classId, known, Ids.Checked(sha256, "evidence"), request.Caller(), request.HttpContext.RequestAborted);
        // Sent as a download under a name of ours: what was uploaded is never shown inside a page of ours.
        return Results.Stream(content, FileContent.MediaType(fact.Type), $"{known}-{fact.Sha256[..12]}.{fact.Type}".ToLowerInvariant());
    }

    [Function(nameof(ReadSignatures))]
    [Callers(Roles.Organisers)]
    [Operation("Đối chiếu chữ ký trên giấy với điểm danh của một buổi, từng người", Takes = typeof(SheetReadingForm), Gives = typeof(SheetReadingReceipt))]
    public async Task<IResult> ReadSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/sessions/{session:int}/signatures")] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await signatures.ReadAsync(classId, session, await read.ReadAsync<SheetReadingForm>(request, client)));

    [Function(nameof(GetSignatures))]
    [Callers(Roles.Organisers)]
    [Operation("Chữ ký đã đối chiếu và những người còn lệch của một buổi", Gives = typeof(SheetReadingReceipt))]
    public async Task<IResult> GetSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/sessions/{session:int}/signatures")] HttpRequest request,
        ClassId classId, int session)
    {
        SignaturePageData book = await signatures.BookAsync(classId, session, request.Caller(), request.HttpContext.RequestAborted);
        return Answers.Ok(new SheetReadingReceipt(session, book.Reading?.Signers.Count, book.Differences));
    }
}
