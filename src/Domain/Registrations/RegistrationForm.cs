namespace NtmServerless.Domain.Registrations;

/// <summary>The registration form as it arrives, before anything is believed. Names of the fields are those of the form.</summary>
public record RegistrationForm
{
    public string? FullName { get; init; }
    public int? BirthYear { get; init; }
    public Sex? Sex { get; init; }
    public string? EthnicGroup { get; init; }
    public string? Phone { get; init; }
    public string? Village { get; init; }
    public string? UnitId { get; init; }
    public Audience? Audience { get; init; }
    public string? Organisation { get; init; }

    /// <summary>Agrees to the processing of the data for this class (Law 91/2025/QH15).</summary>
    public bool Consent { get; init; }

    /// <summary>Answer to "Bà con đã đăng ký rồi?": no, this is another person of the same name, year and village.</summary>
    public bool AnotherPerson { get; init; }

    /// <summary>Field by field checks; phone is already brought to one form, or null where it could not be read.</summary>
    /// <param name="thisYear">The current year in Vietnam.</param>
    /// <param name="isCommune">Whether a unit id is a commune of the plan.</param>
    /// <param name="readPhone">Brings a typed phone number to one form; null when it is not a Vietnamese number.</param>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public Applicant Check(int thisYear, Func<string, bool> isCommune, Func<string, string?> readPhone)
    {
        Checks checks = new();
        string name = checks.Text("fullName", FullName, 100);
        checks.Require(name.Length == 0 || name.Any(char.IsLetter), "fullName", "name-letters");
        // Nobody under 15 works in the village; nobody over 110 is on record.
        checks.Require(BirthYear is { } year && year >= thisYear - 110 && year <= thisYear - 15, "birthYear",
            BirthYear is null ? "required" : "birth-year", ("from", $"{thisYear - 110}"), ("to", $"{thisYear - 15}"));
        checks.Require(Sex is not null, "sex", "required");
        string? ethnicGroup = checks.OptionalText("ethnicGroup", EthnicGroup, 50);
        string village = checks.Text("village", Village, 100);
        string unitId = checks.Text("unitId", UnitId, 60);
        checks.Require(unitId.Length == 0 || isCommune(unitId), "unitId", "unit-unknown");
        checks.Require(Audience is not null, "audience", "required");
        string? organisation = checks.OptionalText("organisation", Organisation, 150);
        string? phone = string.IsNullOrWhiteSpace(Phone) ? null : readPhone(Phone);
        checks.Require(string.IsNullOrWhiteSpace(Phone) || phone is not null, "phone", "phone");
        checks.Require(Consent, "consent", "consent");
        CheckMore(checks);
        checks.ThrowIfAny();
        return new Applicant(name, BirthYear!.Value, Sex!.Value, ethnicGroup, phone, village, unitId, Audience!.Value, organisation);
    }

    /// <summary>What a form that asks for more than the person checks besides.</summary>
    protected virtual void CheckMore(Checks checks)
    {
    }
}
