namespace NtmServerless.Domain.Rules;

/// <summary>A request that is well formed but that a rule refuses. Nothing has been changed.</summary>
public sealed class RuleBrokenException(Refusal refusal) : Exception(refusal.Rule)
{
    /// <param name="rule">One of <see cref="Rules.Rule"/>.</param>
    /// <param name="facts">What the Vietnamese text of the rule names.</param>
    public RuleBrokenException(string rule, params (string Name, object Value)[] facts)
        : this(new Refusal(rule, facts))
    {
    }

    public Refusal Refusal { get; } = refusal;

    /// <summary>The stable name of the rule.</summary>
    public string Rule => Refusal.Rule;

    /// <summary>Values for the placeholders of the rule's text.</summary>
    public IReadOnlyList<(string Name, object Value)> Facts => Refusal.Facts;
}
