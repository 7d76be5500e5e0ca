namespace NtmServerless.Pages.Registrations;

/// <param name="Place">Where the line stands in the file.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record ImportAnswer(string Place, string Name, ImportOutcome Outcome, string? Reason = null);
