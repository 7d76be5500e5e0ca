namespace NtmServerless.Functions.Registrations;

/// <summary>What a person puts right by the receipt. What is left empty stays as it is; the year or the phone registered with proves who it is.</summary>
public sealed record OwnCorrectionForm
{
    public string? FullName { get; init; }
    public string? Village { get; init; }
    public int? NewBirthYear { get; init; }
    public string? NewPhone { get; init; }
    public int? BirthYear { get; init; }
    public string? Phone { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public Applicant Written(Applicant before, int thisYear)
    {
        RegistrationForm form = new()
        {
            FullName = Said(FullName) ?? before.FullName,
            Village = Said(Village) ?? before.Village,
            BirthYear = NewBirthYear ?? before.BirthYear,
            Phone = Said(NewPhone) ?? before.Phone,
            Sex = before.Sex,
            UnitId = before.UnitId,
            Audience = before.Audience,
            EthnicGroup = before.EthnicGroup,
            Organisation = before.Organisation,
            Consent = true,
        };
        (Applicant? written, IReadOnlyList<FieldError> errors) = form.Read(thisYear, _ => true, VietnamesePhone.Read);
        return written ?? throw new InvalidInputException([.. errors.Select(e => e with { Field = Named(e.Field) })]);
    }

    private static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    // The names of the form's own fields: those of the proof are taken.
    private static string Named(string field) => field == PersonField.BirthYear.Name ? "newBirthYear" : field == PersonField.Phone.Name ? "newPhone" : field;
}
