using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Workflows;

/// <summary>The workflows that carry classes, tours and reports.</summary>
public sealed class WorkflowsApi(WorkflowActs acts, AskReader read)
{
    [Function(nameof(RedriveWorkflow))]
    [Callers(Role.Administrator)]
    [Operation("Chạy lại quy trình của một hồ sơ: đánh thức, cho chạy tiếp, hoặc bắt đầu lại từ hồ sơ", Gives = typeof(Redriven))]
    public async Task<IResult> RedriveWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/workflows/{instanceId}/redrive")] HttpRequest request,
        string instanceId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.RedriveAsync(instanceId, read.Read(request, client)));
}
