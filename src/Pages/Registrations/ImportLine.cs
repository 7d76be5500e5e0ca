namespace NtmServerless.Pages.Registrations;

/// <summary>One line of the list.</summary>
/// <param name="Id">Its number among the people of the file, from 1.</param>
/// <param name="Place">Number of the row in the sheet, with the sheet where there are several.</param>
/// <param name="Errors">What is wrong and what to do.</param>
/// <param name="Fields">What can be mended here, or should be looked at.</param>
/// <param name="SameAs">The place of the line that names the same person, or one of nearly the same name.</param>
public sealed record ImportLine(
    int Id, string Place, RegistrationForm Form, ImportState State, IReadOnlyList<string> Errors, IReadOnlyList<ImportField> Fields, string? SameAs = null)
{
    /// <summary>Name of the box that says that it is another person.</summary>
    public const string AnotherBefore = "line-another-";

    /// <summary>The name, but for the tones the same, of somebody in the list or in the class: are they two?</summary>
    public string? Like { get; init; }

    /// <summary>The name, or else what the file says in its place.</summary>
    public string NameIn(VietnameseTexts texts) => Form.FullName is { Length: > 0 } name ? name
        : Fields.FirstOrDefault(f => f.Field == PersonField.FullName)?.Value is { Length: > 0 } said ? said : texts["roster.no-name"];
}
