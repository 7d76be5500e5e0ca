namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>What a client sent to an instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Key">Sorts by arrival; the row key where it is stored.</param>
/// <param name="Incarnation">The start of the instance that it is meant for; an id may be started again later.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">Payload of the event, or output of the termination, as JSON.</param>
internal sealed record InboxMessage(
    string InstanceId, string Key, string Incarnation, MessageKind Kind, string Name, string? Payload)
{
    /// <summary>It lies in a row of its own, which is deleted when a turn has used it up.</summary>
    public bool IsStored { get; init; }

    /// <summary>What caused it, as a W3C trace parent.</summary>
    public string? Trace { get; init; }
}
