namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>What a turn came to.</summary>
/// <param name="Turn">The turn with its decisions.</param>
/// <param name="CustomStatus">The custom status as JSON, if this execution has set one.</param>
/// <param name="Ending">How the execution ended; null when it goes on.</param>
internal sealed record TurnOutcome(Turn Turn, string? CustomStatus, Ending? Ending);

internal sealed record StartsAgain(string? Input, IReadOnlyList<EventReceived> Carried) : Ending;
