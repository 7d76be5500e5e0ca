namespace NtmServerless.Domain.Accounts;

/// <summary>
/// Which passwords an officer may choose: long ones that are not the first that somebody would guess. No rule about kinds of
/// characters and no expiry (NIST SP 800-63B, 5.1.1.2).
/// </summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>Hashing costs time by length only beyond this; nobody types more.</summary>
    public const int Longest = 200;

    // Without digits and signs around them, these are what lists of stolen passwords begin with, here and elsewhere.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "", "password", "passwordpassword", "matkhau", "matkhaumatkhau", "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "asdfghjkl", "admin", "administrator",
        "adminadmin", "adminadminadmin", "iloveyou", "letmein", "welcome", "vietnam", "vietnamvietnam", "nongthonmoi", "nongthon", "langson", "caoloc",
        "anhyeuem", "emyeuanh", "quantri", "quantrivien", "taikhoan", "abc", "abcdef", "abcdefghijkl", "khongbiet", "khongnho", "chaomung",
    };

    /// <summary>Code of what is wrong with the password, with the texts of fields; null: nothing.</summary>
    public static string? Refuses(string password, string userName)
    {
        if (password.Length < Shortest) return "password-short";
        if (password.Length > Longest) return "too-long";
        string folded = UserName.Fold(password);
        if (folded.Contains(userName, StringComparison.Ordinal)) return "password-user-name";
        return Common.Contains(string.Concat(folded.Where(char.IsAsciiLetter))) || folded.Distinct().Count() < 5 ? "password-common" : null;
    }
}
