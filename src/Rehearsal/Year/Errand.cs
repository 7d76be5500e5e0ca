namespace NtmServerless.Rehearsal.Year;

/// <summary>Something that somebody does at a moment of business time.</summary>
internal sealed record Errand(DateTimeOffset At, Work Work, Func<Task> Do);
