namespace NtmServerless.Domain.Rules;

/// <summary>Why something is refused. A page asks for it to know what to offer; a decision throws it.</summary>
/// <param name="Rule">One of <see cref="Rules.Rule"/>.</param>
/// <param name="Facts">What the Vietnamese text of the rule names: the stage, the date, the number of seats.</param>
public sealed record Refusal(string Rule, params IReadOnlyList<(string Name, object Value)> Facts)
{
    /// <exception cref="RuleBrokenException">There is a refusal.</exception>
    public static void ThrowIfAny(Refusal? refusal)
    {
        if (refusal is not null) throw new RuleBrokenException(refusal);
    }
}
