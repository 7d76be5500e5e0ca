using System.Globalization;

namespace NtmServerless.Documents.Heads;

/// <summary>Number and symbol of a document, such as 05/TB-VPĐP.</summary>
/// <param name="Number">From the register of the year; null while it is open.</param>
/// <param name="Symbol">Abbreviation of the type and of the issuing body: TB-VPĐP; empty: a paper without a number, such as a script.</param>
public sealed record DocumentNumber(int? Number, string Symbol)
{
    private const string Blank = "        ";

    /// <summary>Reads "12/TB-VPĐP"; a text without a number before the first slash is a symbol alone.</summary>
    public static DocumentNumber Read(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new DocumentNumber(number, text[(slash + 1)..])
            : new DocumentNumber(null, text.TrimStart('/', ' '));
    }

    /// <summary>As it is printed: a zero before a number below 10, room for the number while it is open (Decree 30/2020, appendix I, part II.3).</summary>
    public override string ToString() => $"{(Number is { } n ? $"{n:00}" : Blank)}/{Symbol}";
}
