using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>Questions over all instances.</summary>
internal sealed class InstanceQueries(TableClient table, PayloadStore payloads)
{
    /// <summary>Headers of the instances that have not ended.</summary>
    public async Task<List<InstanceHeader>> UnfinishedAsync(CancellationToken cancellation)
    {
        List<InstanceHeader> headers = [];
        string filter = TableClient.CreateQueryFilter($"RowKey eq {HeaderRow.Key} and IsCompleted eq {false}");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            headers.Add(HeaderRow.Read(row));
        return headers;
    }

    /// <summary>All messages that no turn has taken.</summary>
    public async Task<List<InboxMessage>> InboxAsync(CancellationToken cancellation)
    {
        List<InboxMessage> messages = [];
        string filter = TableClient.CreateQueryFilter($"RowKey ge {InboxRow.Prefix} and RowKey lt {"i."}");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            messages.Add(await InboxRow.ReadAsync(row, payloads, cancellation));
        return messages;
    }

    /// <summary>One page of the headers that fit the query, and where the next page begins.</summary>
    public async Task<(IReadOnlyList<InstanceHeader> Headers, string? Next)> PageAsync(
        OrchestrationQuery query, string? from, int size, CancellationToken cancellation)
    {
        AsyncPageable<TableEntity> rows = table.QueryAsync<TableEntity>(Filter(query), size, cancellationToken: cancellation);
        await foreach (Page<TableEntity> page in rows.AsPages(from, size).WithCancellation(cancellation))
            return ([.. page.Values.Select(HeaderRow.Read)], page.ContinuationToken);
        return ([], null);
    }

    private static string Filter(OrchestrationQuery query)
    {
        List<string> parts = [TableClient.CreateQueryFilter($"RowKey eq {HeaderRow.Key}")];
        if (query.CreatedFrom is { } first)
            parts.Add(TableClient.CreateQueryFilter($"CreatedAt ge {first}"));
        if (query.CreatedTo is { } last)
            parts.Add(TableClient.CreateQueryFilter($"CreatedAt le {last}"));
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            parts.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix + '\uffff'}"));
        if (query.Statuses?.ToList() is { Count: > 0 } statuses)
        {
            IEnumerable<string> any = statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"({string.Join(" or ", any)})"));
        }

        return string.Join(" and ", parts);
    }
}
