namespace NtmServerless.Pages.Evidence;

/// <summary>What proves that a class was held, and the form that takes more of it.</summary>
/// <param name="Closed">Why nothing can be added now; null: it can.</param>
/// <param name="Outcomes">What became of each file that was just sent.</param>
/// <param name="Erasing">The photo whose form for erasing was sent; null: none.</param>
public sealed record EvidenceView(
    TrainingClass Class, Plan Plan, IReadOnlyList<EvidenceFact> Files, FormProblem? Closed, IReadOnlyList<FileOutcome> Outcomes, string? Erasing);

/// <param name="Name">As the sender calls the file; shown to the sender only.</param>
/// <param name="Refused">Null: it was taken.</param>
public sealed record FileOutcome(string Name, FormProblem? Refused);
