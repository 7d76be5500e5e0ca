namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>The rows of a sheet that are left out for one reason; shown, so that nothing goes without a word.</summary>
/// <param name="Lines">Numbers of the rows, such as <c>1–3, 8</c>.</param>
/// <param name="Text">What the first of them say.</param>
public sealed record LeftOutRows(string Sheet, LeftOut Why, int Count, string Lines, string Text);
