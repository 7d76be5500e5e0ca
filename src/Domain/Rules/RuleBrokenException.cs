namespace NtmServerless.Domain.Rules;

/// <summary>A request that is well formed but that a rule refuses. Nothing has been changed.</summary>
/// <param name="rule">One of <see cref="Rule"/>.</param>
/// <param name="facts">What the Vietnamese text of the rule names: the stage, the date, the number of seats.</param>
public sealed class RuleBrokenException(string rule, params (string Name, object Value)[] facts) : Exception(rule)
{
    /// <summary>The stable name of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Values for the placeholders of the rule's text.</summary>
    public IReadOnlyList<(string Name, object Value)> Facts { get; } = facts;
}
