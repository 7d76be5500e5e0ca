using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Domain.People;

/// <summary>
/// Who counts as one person in a class: name, year of birth and village, however they are spelt (design: Records). A phone does
/// not identify: families share one. The key is a hash, so that it may stand in a storage key without naming anybody.
/// </summary>
public static class PersonKey
{
    /// <summary>Which rule made the keys that are stored; a rule that changes has the next number, and what is stored is keyed anew.</summary>
    public const int Rule = 2;

    public static string Of(string fullName, int birthYear, string village, string communeId)
    {
        string text = $"{PersonName.Folded(fullName)}|{birthYear}|{VillageName.Folded(village)}|{communeId}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
