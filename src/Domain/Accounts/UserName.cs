using System.Globalization;
using System.Text;

namespace NtmServerless.Domain.Accounts;

/// <summary>The name that an officer signs in with. Accents, capitals and blanks do not matter: a phone adds them by itself.</summary>
public static class UserName
{
    public const int Shortest = 3;
    public const int Longest = 60;

    /// <summary>Lower case without accents and blanks: "Nguyễn.Hoa" and "nguyen.hoa " are one.</summary>
    public static string Fold(string typed)
    {
        StringBuilder folded = new(typed.Length);
        foreach (char c in PlainText.Decomposed(typed))
        {
            if (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>Whether a folded name may become an account: ASCII letters, digits and <c>. _ - @</c>.</summary>
    public static bool IsGood(string folded) =>
        folded.Length is >= Shortest and <= Longest && folded.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
