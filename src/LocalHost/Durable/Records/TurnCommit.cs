using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>What one turn changes, decided and not yet written.</summary>
/// <param name="Before">The header that it was decided on.</param>
/// <param name="After">The header that replaces it; its references are those of <paramref name="Before"/>.</param>
/// <param name="Consumed">Inbox messages to delete.</param>
internal sealed record TurnCommit(InstanceHeader Before, InstanceHeader After, IReadOnlyList<InboxMessage> Consumed)
{
    /// <summary>The history row to add; null when the orchestrator did not run or broke the rules.</summary>
    public Turn? Turn { get; init; }

    /// <summary>How the execution ended.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The new custom status, if there is one.</summary>
    public (bool IsSet, string? Json) CustomStatus { get; init; }

    /// <summary>Row keys of the execution that ended by ContinueAsNew.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];
}

/// <summary>A commit that is ready to be sent, again and again if need be.</summary>
/// <param name="Header">The header as it will be, without its new ETag.</param>
/// <param name="Actions">One entity-group transaction.</param>
/// <param name="Leftover">Rows to delete afterwards, because they did not fit into the transaction.</param>
internal sealed record PreparedCommit(
    InstanceHeader Header, IReadOnlyList<TableTransactionAction> Actions, IReadOnlyList<string> Leftover);
