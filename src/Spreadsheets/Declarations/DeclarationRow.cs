namespace NtmServerless.Spreadsheets.Declarations;

/// <summary>One class of a list.</summary>
/// <param name="Line">Number of the row in the sheet, from 1, as the spreadsheet shows it.</param>
/// <param name="Errors">Cells that could not be read, by the fields of the form.</param>
public sealed record DeclarationRow(int Line, DeclarationForm Form, IReadOnlyList<FieldError> Errors);
