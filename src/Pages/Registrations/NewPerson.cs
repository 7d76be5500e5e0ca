namespace NtmServerless.Pages.Registrations;

/// <summary>A class that an officer registers somebody for.</summary>
/// <param name="Units">The communes that the officer may register for.</param>
public sealed record NewPerson(Plan Plan, TrainingClass Class, IReadOnlyList<Unit> Units);
