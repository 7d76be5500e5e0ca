using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The webhook that outside forms call.</summary>
public sealed class OutsideFormsApi(OutsideFormActs acts, AskReader read)
{
    [Function(nameof(TakeOutsideForm))]
    [Signed]
    [Operation("Nhận đăng ký từ biểu mẫu ngoài (Google Forms, Microsoft Forms, KoboToolbox), có chữ ký HMAC-SHA256",
        Takes = typeof(Dictionary<string, string>), Gives = typeof(RegistrationReceipt), Status = 201)]
    public async Task<IResult> TakeOutsideForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/{planId}/{formId}")] HttpRequest request,
        PlanId planId, string formId, [DurableClient] DurableTaskClient client)
    {
        if (!request.HasJsonContentType()) throw BadFormException.WrongType("application/json");
        byte[] body = await AskReader.BodyAsync(request, AskReader.FormLimit);
        return Answers.Made(await acts.TakeAsync(planId, formId, request.Headers[SignedAttribute.Header], body, read.Read(request, client)));
    }
}
