using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>The recorded turns of an instance, to be compared.</summary>
internal sealed record StoredTurns(IReadOnlyList<string> Json)
{
    public static async Task<StoredTurns> OfAsync(DurableTestHost host, string id)
    {
        StoredInstance stored = await host.StoredAsync(id);
        return new StoredTurns([.. stored.Execution.Turns.Select(turn => TurnRecord.Of(turn).Json)]);
    }
}
