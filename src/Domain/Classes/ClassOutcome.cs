namespace NtmServerless.Domain.Classes;

/// <summary>What a decision makes of a class, and who is told about it.</summary>
public sealed record ClassOutcome(TrainingClass Class, params IReadOnlyList<Notice> Notices);
