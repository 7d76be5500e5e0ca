using System.Security.Cryptography;

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
}
