namespace NtmServerless.Domain.Documents;

/// <summary>
/// The running number of one type of document of one issuing unit in a year (Decree 30/2020, appendix I, part II.3: from 01
/// on 1 January). A number is given once; those of withdrawn documents are not given again.
/// </summary>
/// <param name="Type">Abbreviation of the type: TB, GM, BC.</param>
/// <param name="Next">The number that comes next, from 1.</param>
/// <param name="Last">The highest number given, by this register or by hand; 0: none yet.</param>
/// <param name="UnitSymbol">What stands for the unit in the symbol; null: made of its name.</param>
public sealed record NumberRegister(int Year, string Type, string UnitId, int Next = 1, int Last = 0, string? UnitSymbol = null)
{
    /// <summary>No office writes more in a year.</summary>
    public const int Most = 99_999;

    public (int Number, NumberRegister After) Take() => (Next, this with { Next = Next + 1, Last = Math.Max(Last, Next) });

    /// <summary>A number that the office gave by hand: the register goes on behind it.</summary>
    public NumberRegister Given(int number) => this with { Next = Math.Max(Next, number + 1), Last = Math.Max(Last, number) };

    /// <summary>Goes on from the office's paper book.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentNumberPassed"/>: a number as high was given already.</exception>
    public NumberRegister StartAt(int next) =>
        next > Last ? this with { Next = next } : throw new RuleBrokenException(Rule.DocumentNumberPassed, ("last", Last), ("type", Type));
}
