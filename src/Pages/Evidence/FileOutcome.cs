namespace NtmServerless.Pages.Evidence;

/// <param name="Name">As the sender calls the file; shown to the sender only.</param>
/// <param name="Refused">Null: it was taken.</param>
public sealed record FileOutcome(string Name, FormProblem? Refused);
