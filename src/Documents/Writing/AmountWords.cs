namespace NtmServerless.Documents.Writing;

/// <summary>Amounts of money in words, as on vouchers.</summary>
public static class AmountWords
{
    private const long RoundTo = 1_000;

    /// <summary>"Năm mươi triệu đồng chẵn": a capital first, and "chẵn" where no đồng is left below a thousand.</summary>
    /// <param name="amount">In đồng.</param>
    public static string Of(long amount)
    {
        string words = NumberWords.Of(amount);
        string round = amount != 0 && amount % RoundTo == 0 ? " chẵn" : "";
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} đồng{round}";
    }
}
