namespace NtmServerless.Pages.Forms;

/// <summary>One line of a list to choose from.</summary>
public sealed record Choice(string Value, string Text);
