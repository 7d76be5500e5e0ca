using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>What a turn came to.</summary>
/// <param name="Turn">The turn with its decisions.</param>
/// <param name="CustomStatus">The custom status, if this execution set one.</param>
/// <param name="Ending">How the execution ended; null when it goes on.</param>
internal sealed record TurnOutcome(Turn Turn, (bool IsSet, string? Json) CustomStatus, Ending? Ending);

internal abstract record Ending;

internal sealed record Returned(string? Output) : Ending;

internal sealed record Threw(TaskFailureDetails Failure) : Ending
{
    /// <summary>The code broke the rules of orchestrators: nothing that it did in this turn is recorded.</summary>
    public bool IsViolation { get; init; }
}

internal sealed record StartsAgain(string? Input, IReadOnlyList<EventReceived> Carried) : Ending;
