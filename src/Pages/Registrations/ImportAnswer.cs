namespace NtmServerless.Pages.Registrations;

/// <param name="Reason">Why it was refused.</param>
public sealed record ImportAnswer(int Line, string Name, ImportOutcome Outcome, string? Reason = null);
