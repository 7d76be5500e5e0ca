namespace NtmServerless.Pages.Registrations;

/// <summary>One line of the list.</summary>
/// <param name="Line">Number of the row in the sheet.</param>
/// <param name="Errors">What is wrong and what to do.</param>
/// <param name="SameAsLine">The line that names the same person.</param>
public sealed record ImportLine(int Line, RegistrationForm Form, ImportState State, IReadOnlyList<string> Errors, int? SameAsLine = null);
