using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using HistoryEvent = NtmServerless.LocalHost.Durable.Turns.HistoryEvent;

namespace NtmServerless.LocalHost.Admin;

/// <summary>
/// Durable instances for the one who runs the host: <c>GET</c> lists them (<c>status</c>, <c>prefix</c>, <c>top</c>,
/// <c>continuation</c>), one with what it waits for, or its history; <c>POST .../redrive</c> reads one again and lets it go
/// on, also after it failed because its code had changed. As storage has them: what memory has not written yet is not there.
/// </summary>
internal sealed class InstanceAdmin(InstanceStore store, DurableEngine engine)
{
    public const string Root = "/admin/durable/instances";

    private const int MaxPage = 1_000;

    public async Task<(int Status, object? Answer)> AnswerAsync(HttpContext http, PathString rest)
    {
        string[] path = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        CancellationToken cancellation = http.RequestAborted;
        return (http.Request.Method, path) switch
        {
            ("GET", []) => await ListAsync(http.Request.Query, cancellation),
            ("GET", [string id]) => await ShowAsync(id, Describe, cancellation),
            ("GET", [string id, "history"]) => await ShowAsync(id, (stored, _) => stored.Execution.Turns.Select(DescribeTurn), cancellation),
            ("POST", [string id, "redrive"]) => await RedriveAsync(id, cancellation),
            _ => (StatusCodes.Status404NotFound, null),
        };
    }

    private async Task<(int Status, object? Answer)> ListAsync(IQueryCollection query, CancellationToken cancellation)
    {
        string status = query["status"].ToString();
        OrchestrationStatus wanted = default;
        int top = 0;
        if ((status.Length > 0 && !Enum.TryParse(status, ignoreCase: true, out wanted))
            || (query.ContainsKey("top") && (!int.TryParse(query["top"], out top) || top is < 1 or > MaxPage)))
            return (StatusCodes.Status400BadRequest, null);
        InstanceQuery filter = new() { InstanceIdPrefix = query["prefix"].ToString(), MaxInstanceCount = top };
        if (query["continuation"].ToString() is { Length: > 0 } continuation)
            filter.ContinuationToken = continuation;
        if (status.Length > 0)
            filter.RuntimeStatus.Add(wanted);
        (IReadOnlyList<InstanceHeader> headers, string? next) = await store.Queries.PageAsync(filter, cancellation);
        List<object> found = [];
        foreach (InstanceHeader header in headers)
            found.Add(DescribeHeader(header, await store.Payloads.ReadAsync(header.Failure, cancellation)));
        return (StatusCodes.Status200OK, new { instances = found, continuation = next });
    }

    private async Task<(int Status, object? Answer)> ShowAsync(
        string id, Func<StoredInstance, string?, object> describe, CancellationToken cancellation)
    {
        try
        {
            if (await store.LoadAsync(id, cancellation) is not { } stored)
                return (StatusCodes.Status404NotFound, null);
            return (StatusCodes.Status200OK, describe(stored, await store.Payloads.ReadAsync(stored.Header.Failure, cancellation)));
        }
        catch (InstanceDamagedException damaged)
        {
            return (StatusCodes.Status409Conflict, new { damaged = damaged.Message });
        }
    }

    private async Task<(int Status, object? Answer)> RedriveAsync(string id, CancellationToken cancellation)
    {
        if (await store.HeaderAsync(id, cancellation) is not { } header)
            return (StatusCodes.Status404NotFound, null);
        if (header.IsCompleted)
        {
            // Only what the code's change has stopped goes on: every other end is the orchestrator's own.
            string? failure = await store.Payloads.ReadAsync(header.Failure, cancellation);
            bool isStopped = failure is not null && JsonSerializer.Deserialize<Failure>(failure, DurableJson.Options)!.IsNonDeterminism;
            if (!isStopped || !await store.TryReopenAsync(header, cancellation))
                return (StatusCodes.Status409Conflict, new { status = header.Status.ToString() });
        }

        engine.Doubt(id);
        return (StatusCodes.Status202Accepted, null);
    }

    private static object Describe(StoredInstance stored, string? failure)
    {
        PendingWork pending = PendingWork.After(stored.Execution.Turns);
        return new
        {
            instance = DescribeHeader(stored.Header, failure),
            timers = pending.Timers.Select(timer => new { timer.Id, timer.FireAt }),
            activities = pending.Activities.Select(activity => new { activity.Id, activity.Name }),
            children = pending.Children.Select(child => new { child.Id, child.Name, child.InstanceId }),
            messages = stored.Inbox.Select(message => new { kind = message.Kind.ToString(), message.Name }),
        };
    }

    private static object DescribeHeader(InstanceHeader header, string? failure) => new
    {
        header.InstanceId,
        header.Name,
        status = header.Status.ToString(),
        header.Version,
        header.CreatedAt,
        header.LastUpdatedAt,
        header.NextTimer,
        header.Execution,
        header.Turn,
        failure,
    };

    private static object DescribeTurn(Turn turn) => new
    {
        turn.Number,
        turn.At,
        received = turn.Received.Select(Say),
        decided = turn.Decided.Select(Say),
    };

    // Names and numbers only: inputs, results and payloads may hold what not everybody may read.
    private static string Say(HistoryEvent said) => said switch
    {
        EventReceived raised => $"event {raised.Name}",
        Decision decision => decision.Text,
        TaskFailed failed => $"task (#{failed.Id}) failed: {failed.Failure.ErrorType}",
        Outcome outcome => $"{(outcome is TimerFired ? "timer" : "task")} (#{outcome.Id}) ended",
        _ => said.GetType().Name,
    };
}
