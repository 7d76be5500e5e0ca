namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>One person of a list.</summary>
/// <param name="Sheet">Name of the tab; empty in a file without tabs.</param>
/// <param name="Line">Number of the row in the sheet, from 1, as the spreadsheet shows it.</param>
/// <param name="Form">What could be read. Consent is not in a list: whoever takes the list over says that it was given.</param>
/// <param name="Said">By the field of the form: cells that could not be read, or that something was concluded from.</param>
/// <param name="IsHidden">Whoever looked at the file did not see this line.</param>
public sealed record RosterRow(string Sheet, int Line, RegistrationForm Form, IReadOnlyDictionary<string, SaidCell> Said, bool IsHidden = false)
{
    /// <summary>Who it is, or else every field that is wrong: as the form itself, but with why a cell could not be read.</summary>
    public (Applicant? Person, IReadOnlyList<FieldError> Errors) Read(int thisYear, Func<string, bool> isCommune, Func<string, string?> readPhone)
    {
        (Applicant? person, IReadOnlyList<FieldError> errors) = (Form with { Consent = true }).Read(thisYear, isCommune, readPhone);
        return (person, [.. errors.Select(e => e.Code == "required" && Said.GetValueOrDefault(e.Field)?.Error is { } why ? new FieldError(e.Field, why) : e)]);
    }

    /// <summary>The same without what is wrong in fields that may be empty: no such cell keeps a person out.</summary>
    public RosterRow WithoutBadOptionals(Func<string, string?> readPhone)
    {
        IReadOnlyList<FieldError> errors = Read(0, _ => true, readPhone).Errors;
        RosterRow row = this;
        foreach (FieldError error in errors.Where(e => PersonField.All.Any(f => f.Name == e.Field && !f.Required)))
            row = row.Without(error.Field, error.Code);
        return row;
    }

    private RosterRow Without(string field, string why) => field == PersonField.Phone.Name
        ? Saying(field, Form.Phone ?? "", why) with { Form = Form with { Phone = null } }
        : Saying(field, PersonField.Details.First(d => d.Name == field).Of(Form) ?? "", why) with
        {
            Form = DetailField.Fill(Form, d => d.Name == field ? null : d.Of(Form)),
        };

    internal RosterRow Saying(string field, string text, string? error) =>
        this with { Said = new Dictionary<string, SaidCell>(Said) { [field] = new SaidCell(Said.GetValueOrDefault(field)?.Text ?? text, error) } };
}
