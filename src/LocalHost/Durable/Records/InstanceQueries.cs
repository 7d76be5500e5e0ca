using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>What a start must know of an instance that has not ended.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="NextDue">When its next timer, or its start, is due.</param>
/// <param name="IsBusy">Something goes on in it: it is taken up at once.</param>
internal readonly record struct WaitingInstance(string InstanceId, DateTimeOffset? NextDue, bool IsBusy);

/// <summary>Questions over all instances.</summary>
internal sealed class InstanceQueries(TableClient table)
{
    private const int DefaultPage = 100;

    /// <summary>The instances that have not ended, and the ids of those for which messages lie in rows.</summary>
    public async Task<(List<WaitingInstance> Instances, HashSet<string> WithInbox)> UnfinishedAsync(CancellationToken cancellation)
    {
        List<WaitingInstance> instances = [];
        HashSet<string> withInbox = new(StringComparer.Ordinal);
        string filter = TableClient.CreateQueryFilter(
            $"(RowKey eq {HeaderRow.Key} and IsCompleted eq {false}) or (RowKey ge {InboxRow.Prefix} and RowKey lt {"i."})");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, null, HeaderRow.Brief, cancellation))
        {
            if (row.RowKey == HeaderRow.Key)
                instances.Add(HeaderRow.ReadBrief(row));
            else
                withInbox.Add(row.PartitionKey);
        }

        return (instances, withInbox);
    }

    /// <summary>One page of the headers that fit the query, and where the next page begins.</summary>
    public async Task<(IReadOnlyList<InstanceHeader> Headers, string? Next)> PageAsync(InstanceQuery query, CancellationToken cancellation)
    {
        int size = query.MaxInstanceCount > 0 ? query.MaxInstanceCount : DefaultPage;
        AsyncPageable<TableEntity> rows = table.QueryAsync<TableEntity>(Filter(query), size, cancellationToken: cancellation);
        await foreach (Page<TableEntity> page in rows.AsPages(query.ContinuationToken, size).WithCancellation(cancellation))
            return ([.. page.Values.Select(HeaderRow.Read)], page.ContinuationToken);
        return ([], null);
    }

    private static string Filter(InstanceQuery query)
    {
        List<string> parts = [TableClient.CreateQueryFilter($"RowKey eq {HeaderRow.Key}")];
        if (query.CreatedTimeFrom is { } first)
            parts.Add(TableClient.CreateQueryFilter($"CreatedAt ge {first.ToDateTimeOffset()}"));
        if (query.CreatedTimeTo is { } last)
            parts.Add(TableClient.CreateQueryFilter($"CreatedAt le {last.ToDateTimeOffset()}"));
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            parts.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix + '\uffff'}"));
        if (query.RuntimeStatus.Count > 0)
        {
            IEnumerable<string> any = query.RuntimeStatus.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
            parts.Add($"({string.Join(" or ", any)})");
        }

        return string.Join(" and ", parts);
    }
}
