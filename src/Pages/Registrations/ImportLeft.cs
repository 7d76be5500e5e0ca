namespace NtmServerless.Pages.Registrations;

/// <summary>Rows of a sheet that are no people of the list, for one reason.</summary>
/// <param name="Why">The end of the reason's text.</param>
public sealed record ImportLeft(string Sheet, string Why, int Count, string Lines, string Text);
