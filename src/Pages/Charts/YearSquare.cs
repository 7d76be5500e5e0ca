namespace NtmServerless.Pages.Charts;

/// <summary>A class in the strip of the year, or several that stand alike.</summary>
/// <param name="Text">A number of few digits.</param>
/// <param name="Look">Class of its state in the style sheet.</param>
/// <param name="Label">Which class it is, and how it stands.</param>
public sealed record YearSquare(string Text, string Look, string Label, string Path);
