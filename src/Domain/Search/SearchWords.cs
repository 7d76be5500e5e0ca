using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Domain.Search;

/// <summary>
/// What an officer types to find a class, a person or a document, forgiven as far as it can be: accents, capitals and blanks ("giacat"),
/// one slip of the finger ("gia cta"), a date as it is said ("22/4"), a code or a telephone with blanks in it.
/// </summary>
public sealed partial class SearchWords
{
    /// <summary>Shorter words are too many others' neighbours.</summary>
    private const int ShortestWithSlip = 4;

    private readonly string[] _words;
    private readonly string _joined;
    private readonly (int Day, int Month, int? Year)? _date;

    private SearchWords(string text, (int Day, int Month, int? Year)? date, string? code, string? phone)
    {
        // "ngày 22/4": the word says what the numbers say.
        _words = [.. Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => date is null || w != "ngay")];
        _joined = string.Concat(_words);
        _date = date;
        Code = code;
        Phone = phone;
    }

    /// <summary>What was typed, were it a registration's code; it may be a word all the same.</summary>
    public string? Code { get; }

    /// <summary>The digits of a telephone, 0912345678; null when what was typed is none.</summary>
    public string? Phone { get; }

    public bool HasDate => _date is not null;

    public bool HasWords => _words.Length > 0;

    /// <summary>Too little to look for anything.</summary>
    public bool IsEmpty => !HasDate && Phone is null && _joined.Length < 2 && !_words.Any(IsNumber);

    public static SearchWords Of(string? typed)
    {
        string text = PlainText.Mended(typed ?? "").Trim();
        if (Dialled(text) is { } phone) return new SearchWords("", null, null, phone);
        (int, int, int?)? date = null;
        if (Date().Match(text) is { Success: true } match && DateOf(match) is { } found)
        {
            date = found;
            text = text.Remove(match.Index, match.Length);
        }

        return new SearchWords(text, date, date is null ? RegistrationCode.Read(text) : null, null);
    }

    /// <summary>Whether it was said of a day; true where no date was typed.</summary>
    public bool IsOn(DateOnly day) => _date is not { } date || (day.Day, day.Month) == (date.Day, date.Month) && (date.Year is null || date.Year == day.Year);

    /// <summary>
    /// How well a text fits: 0 has every word, 1 has them without regard to blanks, 2 but for one slip in a word; null does not fit.
    /// Numbers fit whole only: "10" is not in "2010". Without words everything fits.
    /// </summary>
    public int? Rank(string text)
    {
        string folded = Folding.Fold(text);
        string[] words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (_words.All(w => Has(folded, words, w))) return 0;
        if (_joined.Length >= ShortestWithSlip && !IsNumber(_joined) && string.Concat(words).Contains(_joined, StringComparison.Ordinal)) return 1;
        if (_words.All(w => Has(folded, words, w) || IsNear(w, words))) return 2;
        // A slip and a missing blank: "giacta". The blanks of the text are taken out between neighbours.
        return !_words.Any(IsNumber) && Neighbours(words, _joined.Length).Any(n => n.Length >= ShortestWithSlip && IsOneSlip(_joined, n)) ? 2 : null;
    }

    /// <summary>What fits best, first; slips only where nothing fits without.</summary>
    public static IReadOnlyList<T> Best<T>(IEnumerable<(T Of, int? Rank)> all)
    {
        (T Of, int Rank)[] fitting = [.. all.Where(a => a.Rank is not null).Select(a => (a.Of, a.Rank!.Value))];
        bool exact = fitting.Any(f => f.Rank < 2);
        return [.. fitting.Where(f => !exact || f.Rank < 2).OrderBy(f => f.Rank).Select(f => f.Of)];
    }

    /// <summary>Whether two telephones are one, however they are written.</summary>
    public bool IsPhone(string? dialled) => Phone is not null && dialled is not null && Phone == Dialled(dialled);

    private static bool Has(string folded, string[] words, string wanted) =>
        IsNumber(wanted) ? words.Contains(wanted) : folded.Contains(wanted, StringComparison.Ordinal);

    private static bool IsNear(string wanted, string[] words) =>
        wanted.Length >= ShortestWithSlip && !IsNumber(wanted) && words.Any(w => IsOneSlip(wanted, w));

    private static bool IsNumber(string word) => word.Length > 0 && word.All(char.IsAsciiDigit);

    private static IEnumerable<string> Neighbours(string[] words, int length)
    {
        for (int from = 0; from < words.Length; from++)
        {
            string joined = words[from];
            for (int next = from + 1; next < words.Length && joined.Length <= length; next++) yield return joined += words[next];
        }
    }

    /// <summary>One letter more, less or another one, or two that changed places.</summary>
    private static bool IsOneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        int same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same]) same++;
        ReadOnlySpan<char> restA = a.AsSpan(same), restB = b.AsSpan(same);
        if (restA.Length == restB.Length)
        {
            return restA.Length == 0 || restA[1..].SequenceEqual(restB[1..])
                || restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]);
        }

        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }

    private static string? Dialled(string text)
    {
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-' or '+' or '(' or ')'))) return null;
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11) digits = "0" + digits[2..];
        return digits.Length is 10 or 11 && digits[0] == '0' ? digits : null;
    }

    private static (int Day, int Month, int? Year)? DateOf(Match match)
    {
        int day = Number(match.Groups[1]), month = Number(match.Groups[2]);
        int? year = match.Groups[3].Success ? Number(match.Groups[3]) : null;
        // 29 February of a year that was not said may be in a leap year.
        return month is >= 1 and <= 12 && day >= 1 && year is null or >= 1 && day <= DateTime.DaysInMonth(year ?? 2024, month) ? (day, month, year) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9/.-])([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})(?:\s?[/.-]\s?([0-9]{4}))?(?![0-9/.-])")]
    private static partial Regex Date();
}
