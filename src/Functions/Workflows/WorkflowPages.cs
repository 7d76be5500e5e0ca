using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Workflows;

/// <summary>The workflows, for administrators: which there are, what each waits for, and driving one on.</summary>
public sealed class WorkflowPages(WorkflowActs acts, WorkflowRecords records, PageAnswers answers, PagePosts posts, VietnameseTexts texts)
{
    private const string Continuation = "tiep";

    [Function(nameof(ShowWorkflows))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowWorkflows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkflowRoutes.List)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        string? token = request.Query[Continuation] is [{ Length: > 0 and < 2_000 } given] ? given : null;
        IReadOnlyDictionary<string, WorkflowRecord> known = await records.AllAsync(cancellation);
        WorkflowQuery query = WorkflowQuery.Of(request);
        (IReadOnlyList<WorkflowLine> lines, string? next) = await query.PageAsync(client, known, token, cancellation);
        IReadOnlyList<WorkflowRecord> stuck = token is null ? await StuckAsync(client, known, cancellation) : [];
        return answers.Page<WorkflowsPage, WorkflowsView>(request, new WorkflowsView(
            query.Kind, query.State, query.Beginning, lines, stuck, next, token is null, request.PathWithout(Continuation)));
    }

    [Function(nameof(ExportWorkflows))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ExportWorkflows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkflowRoutes.Export)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        IReadOnlyDictionary<string, WorkflowRecord> known = await records.AllAsync(cancellation);
        IReadOnlyList<WorkflowLine> lines = await WorkflowQuery.Of(request).AllAsync(client, known, cancellation);
        string[] columns =
            [texts["workflow.kind"], texts["workflow.record"], texts["workflow.id"], texts["workflow.state"], texts["workflow.created"], texts["workflow.updated"]];
        return ListAsk.File("quy-trinh", texts["workflow.title"], columns, lines.Select(l => new object?[]
        {
            l.Kind is { } kind ? texts[$"workflow.kind-{Codes.Key(kind)}"] : null, l.Record?.Title, l.InstanceId, texts[$"workflow.state-{Codes.Key(l.State)}"],
            l.CreatedAt.ToOffset(VietnamTime.Offset).DateTime, l.UpdatedAt.ToOffset(VietnamTime.Offset).DateTime,
        }));
    }

    [Function(nameof(ShowWorkflow))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowWorkflow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkflowRoutes.One)] HttpRequest request,
        string instanceId, [DurableClient] DurableTaskClient client) =>
        ShowAsync(request, client, instanceId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostRedrive))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostRedrive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WorkflowRoutes.Redrive)] HttpRequest request,
        string instanceId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<NoForm>(request, client, async ask =>
        {
            string done = (await acts.RedriveAsync(instanceId, ask)).Done switch
            {
                Redrive.Woken => "workflow-woken",
                Redrive.Resumed => "workflow-resumed",
                _ => "workflow-started",
            };
            return PageAnswers.GoTo(WorkflowPaths.Of(instanceId), done);
        }, (state, status) => ShowAsync(request, client, instanceId, state, status));

    private static async Task<IReadOnlyList<WorkflowRecord>> StuckAsync(
        DurableTaskClient client, IReadOnlyDictionary<string, WorkflowRecord> known, CancellationToken cancellation)
    {
        HashSet<string> alive = new(StringComparer.Ordinal);
        OrchestrationQuery living = new(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending]);
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(living).WithCancellation(cancellation)) alive.Add(instance.InstanceId);
        return [.. known.Values.Where(r => !r.IsOver && !alive.Contains(r.InstanceId)).OrderBy(r => r.Kind).ThenBy(r => r.Title, StringComparer.Ordinal)];
    }

    private async Task<IResult> ShowAsync(HttpRequest request, DurableTaskClient client, string instanceId, FormState state, int status)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        string id = Ids.Checked(instanceId, "workflow");
        WorkflowRecord? record = await records.FindAsync(id, cancellation);
        OrchestrationMetadata? instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
        if (instance is null && record is null) throw new RecordMissingException("workflow");
        return answers.Page<WorkflowPage, WorkflowView>(request, new WorkflowView(
            id, instance is null ? null : WorkflowQuery.Line(instance, record), record, instance?.SerializedInput, instance?.SerializedOutput,
            instance?.SerializedCustomStatus, [.. Causes(instance?.FailureDetails)]), state, status);
    }

    private static IEnumerable<WorkflowFailure> Causes(TaskFailureDetails? failure)
    {
        for (TaskFailureDetails? cause = failure; cause is not null; cause = cause.InnerFailure)
            yield return new WorkflowFailure(cause.ErrorType, cause.ErrorMessage);
    }
}
