using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Home;

/// <summary>Whether the app and its storage answer; the business date, and whether this is for practice only.</summary>
public sealed record HealthAnswer(string Status, DateTimeOffset Now, bool Practice);

/// <summary>Health, and the description of the API.</summary>
public sealed class HealthApi(RecordsStorage storage, TimeProvider time, IConfiguration configuration, ApiDescription description)
{
    [Function(nameof(GetHealth))]
    [Public]
    [Operation("Ứng dụng và kho dữ liệu có trả lời không", Gives = typeof(HealthAnswer))]
    public async Task<IResult> GetHealth([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request)
    {
        await storage.ProbeAsync(request.HttpContext.RequestAborted);
        return Answers.Ok(new HealthAnswer("ok", time.GetUtcNow().ToOffset(VietnamTime.Offset), configuration.GetValue("practice", false)));
    }

    [Function(nameof(GetOpenApi))]
    [Public]
    [Operation("Mô tả API này (OpenAPI 3.1)", Media = "application/json")]
    public IResult GetOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Text(description.Json, "application/json");
}
