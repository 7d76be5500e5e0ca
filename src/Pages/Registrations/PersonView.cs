namespace NtmServerless.Pages.Registrations;

/// <summary>One registration, for whoever may see it.</summary>
/// <param name="MayChange">The officer may cancel it and name a substitute.</param>
/// <param name="Units">The communes that a substitute may come from.</param>
/// <param name="Told">What the person was to be told, newest first, and whether it reached them.</param>
/// <param name="Sent">Which form comes back with what is wrong with it; null: none.</param>
public sealed record PersonView(Plan Plan, TrainingClass Class, Registration Registration, bool MayChange, IReadOnlyList<Unit> Units,
    IReadOnlyList<Told> Told, PersonAct? Sent = null);
