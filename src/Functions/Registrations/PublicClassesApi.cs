using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>What a villager reaches without an account.</summary>
public sealed class PublicClassesApi(
    ClassSummaries summaries, ClassReader records, PlanStore plans, RegistrationActs registrations, ClientAddress addresses, AskReader read)
{
    [Function(nameof(ListOpenClasses))]
    [ShowsTheRest]
    [Public]
    [Operation("Các lớp đang mở hoặc sắp mở đăng ký", Gives = typeof(OpenClass[]))]
    public async Task<IResult> ListOpenClasses(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/public/classes")] HttpRequest request)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        List<OpenClass> open = [];
        foreach (Plan plan in await plans.ListAsync(cancellation))
            open.AddRange((await summaries.OfPlanAsync(plan.Id, cancellation)).Where(OpenClass.IsOpen).Select(c => OpenClass.Of(c, plan)));
        return Answers.Ok(open.OrderBy(c => c.Sessions[0].StartsAt).ThenBy(c => c.Id, StringComparer.Ordinal));
    }

    [Function(nameof(GetOpenClass))]
    [Public]
    [Operation("Một lớp đang mở: chuyên đề, địa điểm, ngày học, số chỗ còn", Gives = typeof(OpenClass))]
    public async Task<IResult> GetOpenClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/public/classes/{classId}")] HttpRequest request, ClassId classId)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        TrainingClass c = await OpenAsync(classId, cancellation);
        return Answers.Ok(OpenClass.Of(c, await plans.FindAsync(c.PlanId, cancellation) ?? throw new RecordMissingException("plan")));
    }

    [Function(nameof(RegisterForClass))]
    [Public]
    [Operation("Đăng ký dự lớp", Takes = typeof(RegistrationForm), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> RegisterForClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/public/classes/{classId}/registrations")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        Ask<RegistrationForm> ask = await read.ReadAsync<RegistrationForm>(request, client);
        PlanId planId = await registrations.PlanOfAsync(classId, ask.Cancellation);
        return Answers.Made(await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.PublicForm));
    }

    [Function(nameof(LookUpRegistration))]
    [Public]
    [Operation("Tra cứu đăng ký bằng mã và số điện thoại hoặc năm sinh", Takes = typeof(CodeForm), Gives = typeof(RegistrationReceipt), TakesKey = false)]
    public async Task<IResult> LookUpRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/public/classes/{classId}/registrations/lookup")] HttpRequest request, ClassId classId)
    {
        CodeForm form = await AskReader.FormAsync<CodeForm>(request);
        return Answers.Ok(await registrations.LookUpAsync(classId, form, addresses.Of(request.HttpContext), request.HttpContext.RequestAborted));
    }

    [Function(nameof(CancelOwnRegistration))]
    [Public]
    [Operation("Hủy đăng ký của mình bằng mã", Takes = typeof(CodeForm), Gives = typeof(RegistrationReceipt))]
    public async Task<IResult> CancelOwnRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/public/classes/{classId}/registrations/cancel")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await registrations.CancelOwnAsync(classId, await read.ReadAsync<CodeForm>(request, client), addresses.Of(request.HttpContext)));

    private async Task<TrainingClass> OpenAsync(ClassId classId, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        return OpenClass.IsOpen(c) ? c : throw new RecordMissingException("class");
    }
}
