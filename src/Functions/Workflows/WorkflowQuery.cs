using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Workflows;

/// <summary>Which workflows are asked for. The client filters by state and by the beginning of the id; by kind we do ourselves.</summary>
public sealed record WorkflowQuery(WorkflowKind? Kind, WorkflowState? State, string? Beginning)
{
    // A spreadsheet of more than this is no list for people.
    private const int MostInAFile = 5_000;

    public static WorkflowQuery Of(HttpRequest request) =>
        new(request.Choice<WorkflowKind>("loai"), request.Choice<WorkflowState>("tinh-trang"), request.Text("ma"));

    public static WorkflowLine Line(OrchestrationMetadata instance, WorkflowRecord? record) => new(
        WorkflowRecords.KindOf(instance.Name), instance.InstanceId,
        Enum.TryParse(instance.RuntimeStatus.ToString(), out WorkflowState state) ? state : WorkflowState.Running, instance.CreatedAt, instance.LastUpdatedAt, record);

    /// <summary>One page; where a kind is asked for, as many pages of the client as it takes to fill one.</summary>
    public async Task<(IReadOnlyList<WorkflowLine> Lines, string? Next)> PageAsync(
        DurableTaskClient client, IReadOnlyDictionary<string, WorkflowRecord> known, string? token, CancellationToken cancellation)
    {
        List<WorkflowLine> lines = [];
        await foreach (Microsoft.DurableTask.Page<OrchestrationMetadata> page in
            client.GetAllInstancesAsync(Query()).AsPages(token, Pager.Size).WithCancellation(cancellation))
        {
            lines.AddRange(page.Values.Select(i => Line(i, known.GetValueOrDefault(i.InstanceId))).Where(l => Kind is null || l.Kind == Kind));
            string? next = string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken;
            if (next is null || lines.Count >= Pager.Size) return (lines, next);
        }

        return (lines, null);
    }

    public async Task<IReadOnlyList<WorkflowLine>> AllAsync(
        DurableTaskClient client, IReadOnlyDictionary<string, WorkflowRecord> known, CancellationToken cancellation)
    {
        List<WorkflowLine> lines = [];
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(Query()).WithCancellation(cancellation))
        {
            WorkflowLine line = Line(instance, known.GetValueOrDefault(instance.InstanceId));
            if (Kind is null || line.Kind == Kind) lines.Add(line);
            if (lines.Count == MostInAFile) break;
        }

        return lines;
    }

    private OrchestrationQuery Query() => new(
        Statuses: State is { } state && Enum.TryParse(state.ToString(), out OrchestrationRuntimeStatus status) ? [status] : null,
        InstanceIdPrefix: Beginning, PageSize: Pager.Size);
}
