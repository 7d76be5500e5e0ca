namespace NtmServerless.Domain.Registrations;

/// <summary>The registration form as it arrives, before anything is believed. Names of the fields are those of the form.</summary>
public record RegistrationForm : PersonDetails
{
    public string? FullName { get; init; }
    public int? BirthYear { get; init; }
    public Sex? Sex { get; init; }
    public string? Phone { get; init; }
    public string? Village { get; init; }
    public string? UnitId { get; init; }
    public Audience? Audience { get; init; }

    /// <summary>Agrees to the processing of the data for this class (Law 91/2025/QH15).</summary>
    public bool Consent { get; init; }

    /// <summary>Answer to "Bà con đã đăng ký rồi?": no, this is another person of the same name, year and village.</summary>
    public bool AnotherPerson { get; init; }

    /// <inheritdoc cref="Read"/>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public Applicant Check(int thisYear, Func<string, bool> isCommune, Func<string, string?> readPhone)
    {
        (Applicant? applicant, IReadOnlyList<FieldError> errors) = Read(thisYear, isCommune, readPhone);
        return applicant ?? throw new InvalidInputException(errors);
    }

    /// <summary>Field by field checks: who it is, or else every field that is wrong. The phone is brought to one form.</summary>
    /// <param name="thisYear">The current year in Vietnam.</param>
    /// <param name="isCommune">Whether a unit id is a commune of the plan.</param>
    /// <param name="readPhone">Brings a typed phone number to one form; null when it is not a Vietnamese number.</param>
    public (Applicant? Applicant, IReadOnlyList<FieldError> Errors) Read(int thisYear, Func<string, bool> isCommune, Func<string, string?> readPhone)
    {
        Checks checks = new();
        string name = PersonName.WithoutTitle(checks.Text("fullName", FullName, PersonField.FullName.Limit), Sex).Name;
        checks.Require(name.Length == 0 || name.Any(char.IsLetter), "fullName", "name-letters");
        // Nobody under 15 works in the village; nobody over 110 is on record.
        checks.Require(BirthYear is { } year && year >= thisYear - 110 && year <= thisYear - 15, "birthYear",
            BirthYear is null ? "required" : "birth-year", ("from", $"{thisYear - 110}"), ("to", $"{thisYear - 15}"));
        checks.Require(Sex is not null, "sex", "required");
        string village = checks.Text("village", Village, PersonField.Village.Limit);
        string unitId = checks.Text("unitId", UnitId, PersonField.UnitId.Limit);
        checks.Require(unitId.Length == 0 || isCommune(unitId), "unitId", "unit-unknown");
        checks.Require(Audience is not null, "audience", "required");
        string? phone = string.IsNullOrWhiteSpace(Phone) ? null : readPhone(Phone);
        checks.Require(string.IsNullOrWhiteSpace(Phone) || phone is not null, "phone", "phone");
        PersonalData personal = new() { FullName = name, BirthYear = BirthYear ?? 0, Phone = phone, Village = village };
        personal = DetailField.Fill(personal, field => checks.OptionalText(field.Name, field.Of(this), field.Limit));
        checks.Require(Consent, "consent", "consent");
        CheckMore(checks);
        return checks.Errors.Count == 0 && (Sex, Audience) is ({ } sex, { } audience)
            ? (new Applicant(personal, new CountedTraits(sex, unitId, audience)), [])
            : (null, checks.Errors);
    }

    /// <summary>What a form that asks for more than the person checks besides.</summary>
    protected virtual void CheckMore(Checks checks)
    {
    }
}
