namespace NtmServerless.Functions.Registrations;

/// <summary>The roster of a class as its caller may see it.</summary>
public sealed record Roster(TrainingClass Class, IReadOnlyList<RosterLine> Lines);
