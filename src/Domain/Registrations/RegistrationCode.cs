namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Eight characters of Crockford's base 32 (40 random bits): no I, L, O, U, so that it can be read out over a bad line.
/// Guessing is held off by the rate limit and by the second question (phone or year of birth).
/// </summary>
public static class RegistrationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    /// <summary>The code of five random bytes.</summary>
    public static string From(ReadOnlySpan<byte> random)
    {
        ulong bits = 0;
        foreach (byte b in random[..5]) bits = bits << 8 | b;
        Span<char> code = stackalloc char[Length];
        for (int i = Length - 1; i >= 0; i--, bits >>= 5) code[i] = Alphabet[(int)(bits & 31)];
        return new string(code);
    }

    /// <summary>As people type it: lower case, spaces and hyphens, O for 0, I or L for 1. Null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        string code = string.Concat(typed.ToUpperInvariant().Where(c => c is not (' ' or '-'))).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
