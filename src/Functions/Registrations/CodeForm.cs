namespace NtmServerless.Functions.Registrations;

/// <summary>A code with the phone it was registered with or, without one, the year of birth.</summary>
public sealed record CodeForm(string? Code, string? Phone, int? BirthYear)
{
    public void EnsureFilled()
    {
        Checks checks = new();
        Check(checks);
        checks.ThrowIfAny();
    }

    public void Check(Checks checks)
    {
        checks.Require(!string.IsNullOrWhiteSpace(Code), "code", "required");
        checks.Require(!string.IsNullOrWhiteSpace(Phone) || BirthYear is not null, "phone", "phone-or-birth-year");
    }

    /// <summary>Whether what goes with the code is what that person gave.</summary>
    public bool Proves(Applicant person) =>
        string.IsNullOrWhiteSpace(Phone)
            ? BirthYear == person.BirthYear
            : person.Phone is not null && VietnamesePhone.Read(Phone) == person.Phone;
}
