namespace NtmServerless.Domain.Declarations;

/// <summary>One step of a declared class: what it came to, by which unit, and why.</summary>
/// <param name="Reason">Why it was returned or withdrawn; null otherwise.</param>
public sealed record DeclarationEvent(DeclarationStage Stage, string ByUnitId, DateTimeOffset At, string? Reason = null);
