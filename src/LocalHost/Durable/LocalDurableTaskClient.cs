using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// The client of this process. A start is written to storage at once; a message goes to the engine, and its sender is
/// answered once storage holds it.
/// </summary>
internal sealed class LocalDurableTaskClient(InstanceStore store, DurableEngine engine, TimeProvider time)
    : DurableTaskClient("local"), IDisposable
{
    /// <summary>How long a waiting client trusts the engine to tell of changes before it looks itself, and without an engine.</summary>
    private static readonly TimeSpan s_trust = TimeSpan.FromSeconds(30), s_lookAgain = TimeSpan.FromSeconds(1);

    private readonly InstanceStarts _starts = new(store, engine);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        string id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceId.Check(id);
        string? json = DurableJson.Converter.Serialize(input);
        InstanceHeader header = new(id, orchestratorName.Name, Guid.NewGuid().ToString("N"), time.GetUtcNow())
        {
            Version = options?.Version?.Version ?? "",
            StartAt = options?.StartAt?.ToUniversalTime(),
            Trace = System.Diagnostics.Activity.Current?.Id,
        };
        await _starts.StartAsync(header, json, options?.DedupeStatuses ?? [], cancellation);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, MessageKind.Event, eventName, eventPayload, cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, MessageKind.Terminate, "", options?.Output, cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, MessageKind.Suspend, reason ?? "", null, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, MessageKind.Resume, reason ?? "", null, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        InstanceHeader? header = await store.HeaderAsync(instanceId, cancellation);
        return header is null ? null : await DescribeAsync(header, getInputsAndOutputs, cancellation);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, header => header.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, header => header.IsCompleted, getInputsAndOutputs, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        OrchestrationQuery query = filter ?? new OrchestrationQuery();
        return Pageable.Create<OrchestrationMetadata>(async (token, size, cancellation) =>
        {
            (IReadOnlyList<InstanceHeader> headers, string? next) =
                await store.Queries.PageAsync(query, token ?? query.ContinuationToken, size ?? query.PageSize, cancellation);
            List<OrchestrationMetadata> found = [];
            foreach (InstanceHeader header in headers)
                found.Add(await DescribeAsync(header, query.FetchInputsAndOutputs, cancellation));
            return new Page<OrchestrationMetadata>(found, next);
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        if (await store.HeaderAsync(instanceId, cancellation) is not { IsCompleted: true } header)
            return new PurgeResult(0);
        await store.PurgeAsync(header, cancellation);
        return new PurgeResult(1);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        int count = 0;
        OrchestrationQuery query = new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (OrchestrationMetadata instance in GetAllInstancesAsync(query).WithCancellation(cancellation))
            count += (await PurgeInstanceAsync(instance.InstanceId, options, cancellation)).PurgedInstanceCount;
        return new PurgeResult(count, isComplete: true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Nothing to do; a service container that is disposed synchronously asks for it.</summary>
    public void Dispose()
    {
    }

    private async Task SendAsync(string instanceId, MessageKind kind, string name, object? payload, CancellationToken cancellation)
    {
        InboxMessage message = new(instanceId, InboxRow.NewKey(), "", kind, name, DurableJson.Converter.Serialize(payload))
        {
            Trace = System.Diagnostics.Activity.Current?.Id,
        };
        if (engine.TrySend(message) is { } sent)
        {
            await sent.WaitAsync(cancellation);
            return;
        }

        // No engine runs: the message waits in storage for the next one.
        InstanceHeader header = await store.HeaderAsync(instanceId, cancellation) ?? throw new InstanceNotFoundException(instanceId);
        if (header.IsCompleted)
            throw new InstanceEndedException(instanceId);
        await store.AddAsync(message with { Incarnation = header.Incarnation }, cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceHeader, bool> isReached, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        while (true)
        {
            Task<InstanceHeader> change = engine.Changes.NextAsync(instanceId);
            InstanceHeader header = engine.Stored(instanceId) ?? await store.HeaderAsync(instanceId, cancellation)
                ?? throw new InstanceNotFoundException(instanceId);
            if (!isReached(header))
            {
                await Task.WhenAny(change, Task.Delay(engine.IsRunning ? s_trust : s_lookAgain, cancellation));
                cancellation.ThrowIfCancellationRequested();
                if (!change.IsCompletedSuccessfully || !isReached(header = await change))
                    continue;
            }

            return await DescribeAsync(header, getInputsAndOutputs, cancellation);
        }
    }

    private async Task<OrchestrationMetadata> DescribeAsync(InstanceHeader header, bool withPayloads, CancellationToken cancellation)
    {
        string? failure = await store.Payloads.ReadAsync(header.Failure, cancellation);
        return new OrchestrationMetadata(header.Name, header.InstanceId)
        {
            DataConverter = withPayloads ? DurableJson.Converter : null,
            RuntimeStatus = header.Status,
            CreatedAt = header.CreatedAt,
            LastUpdatedAt = header.LastUpdatedAt,
            SerializedInput = withPayloads ? await store.Payloads.ReadAsync(header.Input, cancellation) : null,
            SerializedOutput = withPayloads ? await store.Payloads.ReadAsync(header.Output, cancellation) : null,
            SerializedCustomStatus = withPayloads ? await store.Payloads.ReadAsync(header.CustomStatus, cancellation) : null,
            FailureDetails = failure is null ? null : JsonSerializer.Deserialize<TaskFailureDetails>(failure, DurableJson.Options),
        };
    }
}
