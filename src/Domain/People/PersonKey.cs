using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Domain.People;

/// <summary>
/// Who counts as one person in a class: folded full name, year of birth and village (design: Records). A phone does not
/// identify: families share one. The key is a hash, so that it may stand in a storage key without naming anybody.
/// </summary>
public static class PersonKey
{
    public static string Of(string fullName, int birthYear, string village, string communeId)
    {
        string text = $"{Folding.Fold(fullName)}|{birthYear}|{Folding.Fold(village)}|{communeId}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
