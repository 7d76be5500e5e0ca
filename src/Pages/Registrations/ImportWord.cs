namespace NtmServerless.Pages.Registrations;

/// <summary>A word of the list that names no commune or audience by itself: one choice for all lines that have it.</summary>
/// <param name="Input">Name of its input.</param>
/// <param name="Word">As the file has it; empty for the lines that say nothing.</param>
public sealed record ImportWord(PersonField Field, string Input, string Word, int Count, string? Value, IReadOnlyList<Choice> Choices);
