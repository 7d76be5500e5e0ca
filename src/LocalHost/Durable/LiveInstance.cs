using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// An instance that has not ended, as this process holds it. One driver at a time turns it; what comes in meanwhile is
/// put down under the gate.
/// </summary>
internal sealed class LiveInstance(string id)
{
    public string Id { get; } = id;

    public Lock Gate { get; } = new();

    // Under the gate.

    public SortedDictionary<string, InboxMessage> Inbox { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends of activities and retry delays that no turn has recorded yet.</summary>
    public List<(string Execution, Outcome Outcome)> Outcomes { get; } = [];

    /// <summary>Activities and retry delays that go on in this process.</summary>
    public HashSet<(string Execution, int Id)> UnderWay { get; } = [];

    /// <summary>A rule that the orchestrator broke after its turn.</summary>
    public (string Execution, string Message)? Violation { get; set; }

    public DateTimeOffset? NextDue { get; set; }

    public bool IsDriven { get; set; }

    public bool IsWoken { get; set; }

    /// <summary>Memory may differ from storage.</summary>
    public bool MustLoad { get; set; } = true;

    /// <summary>Out of the list of live instances; whoever still holds it must look it up again.</summary>
    public bool IsGone { get; set; }

    public Task Driver { get; set; } = Task.CompletedTask;

    // The driver's own, but for reading the header, which is replaced as a whole.

    public InstanceHeader? Header { get; set; }

    public Execution? Execution { get; set; }

    public PendingWork Pending { get; set; } = new();

    public bool IsKnownToLackCode { get; set; }
}
