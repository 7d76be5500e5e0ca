using System.Diagnostics;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// What the app's durable client asks for, by the official protocol. A start is written to storage at once; a message goes to the
/// engine, and its sender is answered once storage holds it. Instances are never restarted or rewound here, and there are no entities.
/// </summary>
internal sealed class TaskHub(InstanceStore store, DurableEngine engine, TimeProvider time) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    /// <summary>How long a waiting client trusts the engine to tell of changes before it looks itself, and without an engine.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(30), LookAgain = TimeSpan.FromSeconds(1);

    private readonly InstanceStarts _starts = new(store, engine);

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(request);

    public override async Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        ArgumentException.ThrowIfNullOrEmpty(request.Name);
        InstanceId.Check(request.InstanceId);
        InstanceHeader header = new(request.InstanceId, request.Name, Guid.NewGuid().ToString("N"), time.GetUtcNow())
        {
            Version = request.Version ?? "",
            StartAt = request.ScheduledStartTimestamp?.ToDateTimeOffset(),
            Trace = request.ParentTraceContext?.TraceParent ?? Activity.Current?.Id,
        };
        await _starts.StartAsync(header, request.Input, request.OrchestrationIdReusePolicy?.ReplaceableStatus, context.CancellationToken);
        return new CreateInstanceResponse { InstanceId = request.InstanceId };
    }

    public override async Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        ArgumentException.ThrowIfNullOrEmpty(request.Name);
        await SendAsync(request.InstanceId, MessageKind.Event, request.Name, request.Input, context);
        return new RaiseEventResponse();
    }

    public override async Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        await SendAsync(request.InstanceId, MessageKind.Terminate, "", request.Output, context);
        return new TerminateResponse();
    }

    public override async Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context)
    {
        await SendAsync(request.InstanceId, MessageKind.Suspend, request.Reason ?? "", null, context);
        return new SuspendResponse();
    }

    public override async Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context)
    {
        await SendAsync(request.InstanceId, MessageKind.Resume, request.Reason ?? "", null, context);
        return new ResumeResponse();
    }

    public override async Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) =>
        await store.HeaderAsync(request.InstanceId, context.CancellationToken) is { } header
            ? await FoundAsync(header, request, context) : new GetInstanceResponse { Exists = false };

    public override Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, header => header.Status != OrchestrationStatus.Pending, context);

    public override Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, header => header.IsCompleted, context);

    public override async Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context)
    {
        (IReadOnlyList<InstanceHeader> headers, string? next) = await store.Queries.PageAsync(request.Query, context.CancellationToken);
        QueryInstancesResponse page = new() { ContinuationToken = next };
        foreach (InstanceHeader header in headers)
            page.OrchestrationState.Add(await StateAsync(header, request.Query.FetchInputsAndOutputs, context.CancellationToken));
        return page;
    }

    public override async Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        int count = 0;
        if (request.RequestCase == PurgeInstancesRequest.RequestOneofCase.PurgeInstanceFilter)
        {
            PurgeInstanceFilter filter = request.PurgeInstanceFilter;
            InstanceQuery query = new() { CreatedTimeFrom = filter.CreatedTimeFrom, CreatedTimeTo = filter.CreatedTimeTo, RuntimeStatus = { filter.RuntimeStatus } };
            do
            {
                (IReadOnlyList<InstanceHeader> headers, query.ContinuationToken) = await store.Queries.PageAsync(query, cancellation);
                foreach (InstanceHeader header in headers)
                    count += await PurgeAsync(header, cancellation);
            }
            while (query.ContinuationToken is not null);
        }
        else
        {
            IEnumerable<string> ids = request.InstanceBatch?.InstanceIds ?? [request.InstanceId];
            foreach (string id in ids)
                count += await PurgeAsync(await store.HeaderAsync(id, cancellation), cancellation);
        }

        return new PurgeInstancesResponse { DeletedInstanceCount = count, IsComplete = true };
    }

    private async Task<int> PurgeAsync(InstanceHeader? header, CancellationToken cancellation) =>
        header is { IsCompleted: true } && await store.PurgeAsync(header, cancellation) ? 1 : 0;

    private async Task SendAsync(string instanceId, MessageKind kind, string name, string? payload, ServerCallContext context)
    {
        InboxMessage message = new(instanceId, InboxRow.NewKey(), "", kind, name, payload) { Trace = Activity.Current?.Id };
        if (engine.TrySend(message) is { } sent)
        {
            await sent.WaitAsync(context.CancellationToken);
            return;
        }

        // No engine runs: the message waits in storage for the next one.
        InstanceHeader header = await store.HeaderAsync(instanceId, context.CancellationToken) ?? throw new InstanceNotFoundException(instanceId);
        if (header.IsCompleted)
            throw new InstanceEndedException(instanceId);
        await store.AddAsync(message with { Incarnation = header.Incarnation }, context.CancellationToken);
    }

    private async Task<GetInstanceResponse> WaitAsync(GetInstanceRequest request, Func<InstanceHeader, bool> isReached, ServerCallContext context)
    {
        while (true)
        {
            Task<InstanceHeader> change = engine.Changes.NextAsync(request.InstanceId);
            InstanceHeader header = engine.Stored(request.InstanceId) ?? await store.HeaderAsync(request.InstanceId, context.CancellationToken)
                ?? throw new InstanceNotFoundException(request.InstanceId);
            if (!isReached(header))
            {
                await Task.WhenAny(change, Task.Delay(engine.IsRunning ? Trust : LookAgain, context.CancellationToken));
                context.CancellationToken.ThrowIfCancellationRequested();
                if (!change.IsCompletedSuccessfully || !isReached(header = await change))
                    continue;
            }

            return await FoundAsync(header, request, context);
        }
    }

    private async Task<GetInstanceResponse> FoundAsync(InstanceHeader header, GetInstanceRequest request, ServerCallContext context) => new()
    {
        Exists = true,
        OrchestrationState = await StateAsync(header, request.GetInputsAndOutputs, context.CancellationToken),
    };

    private async Task<OrchestrationState> StateAsync(InstanceHeader header, bool withPayloads, CancellationToken cancellation)
    {
        string? failure = await store.Payloads.ReadAsync(header.Failure, cancellation);
        return new OrchestrationState
        {
            InstanceId = header.InstanceId,
            Name = header.Name,
            Version = header.Version,
            ExecutionId = header.ExecutionKey,
            OrchestrationStatus = header.Status,
            CreatedTimestamp = header.CreatedAt.ToTimestamp(),
            LastUpdatedTimestamp = header.LastUpdatedAt.ToTimestamp(),
            Input = withPayloads ? await store.Payloads.ReadAsync(header.Input, cancellation) : null,
            Output = withPayloads ? await store.Payloads.ReadAsync(header.Output, cancellation) : null,
            CustomStatus = withPayloads ? await store.Payloads.ReadAsync(header.CustomStatus, cancellation) : null,
            FailureDetails = failure is null ? null : JsonSerializer.Deserialize<Failure>(failure, DurableJson.Options)!.ToDetails(),
        };
    }
}
