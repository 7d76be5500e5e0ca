namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>A replay did not decide what was recorded, or the orchestrator left its thread.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : InvalidOperationException(message);
