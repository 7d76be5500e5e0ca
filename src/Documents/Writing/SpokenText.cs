using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Documents.Writing;

/// <summary>Turns written text into what can be read aloud as it stands: abbreviations and figures become words.</summary>
/// <param name="abbreviations">What is said for "UBND", "NTM", "/" and so on; whole words only, longer ones first.</param>
internal sealed partial class SpokenText(IReadOnlyDictionary<string, string> abbreviations)
{
    private const int LeastTelephoneDigits = 9;

    private readonly KeyValuePair<Regex, string>[] _abbreviations =
    [
        .. abbreviations.OrderByDescending(a => a.Key.Length).ThenBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => KeyValuePair.Create(new Regex($@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(a.Key)}(?![\p{{L}}\p{{Nd}}])", RegexOptions.CultureInvariant), a.Value)),
    ];

    public string Of(string text)
    {
        text = Date().Replace(text, d => DateOnly.TryParseExact(
            d.Groups[1].Value, ["d/M/yyyy", "dd/M/yyyy", "d/MM/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? SpokenTime.Day(date) : d.Value);
        foreach ((Regex abbreviation, string said) in _abbreviations) text = abbreviation.Replace(text, said);
        text = Range().Replace(text, r => $"{r.Groups[1].Value} đến {r.Groups[2].Value}");
        text = Quarters().Replace(text, q => RomanNumeral().Replace(q.Value, r => NumberWords.Of(Enumerable.Range(1, 4).First(number => Roman.Of(number) == r.Value))));
        text = OfAYear().Replace(text, "$1 năm $2");
        text = Fraction().Replace(text, "$1 phẩy $2");
        text = Symbol().Replace(text, "$1 trên ").Replace("%", " phần trăm", StringComparison.Ordinal);
        return Number().Replace(text, n => Say(n.Value));
    }

    private static string Say(string figures)
    {
        string digits = figures.Replace(".", "", StringComparison.Ordinal);
        bool telephone = digits.Length >= LeastTelephoneDigits && digits[0] == '0' || digits.Length > 18;
        return telephone ? NumberWords.DigitByDigit(digits) : NumberWords.Of(long.Parse(digits, CultureInfo.InvariantCulture));
    }

    // The day of the week and the word "ngày" may stand before it already.
    [GeneratedRegex(@"(?:(?:thứ \p{L}+|Chủ nhật), )?(?:ngày )?(?<![0-9])([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})(?![0-9])")]
    private static partial Regex Date();

    [GeneratedRegex(@"([0-9]) ?[-–] ?([0-9])")]
    private static partial Regex Range();

    [GeneratedRegex(@"[Qq]uý (?:I{1,3}|IV)(?:(?:, | và )(?:IV|I{1,3}))*(?!\p{L})")]
    private static partial Regex Quarters();

    [GeneratedRegex(@"((?:[Qq]uý|[Tt]háng) [\p{L}0-9]+)/([0-9]{4})")]
    private static partial Regex OfAYear();

    [GeneratedRegex("([0-9]),([0-9])")]
    private static partial Regex Fraction();

    // Number and symbol of a document: 12/KH-BCĐ.
    [GeneratedRegex(@"([0-9])/(?=\p{L})")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"IV|I{1,3}")]
    private static partial Regex RomanNumeral();

    [GeneratedRegex(@"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+")]
    private static partial Regex Number();
}
