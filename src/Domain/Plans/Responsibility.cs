namespace NtmServerless.Domain.Plans;

/// <summary>What a unit or a group of units has to do (one number of section IV).</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Parties">Who; the text is the heading in the plan.</param>
/// <param name="Paragraphs">What, in the plan's words.</param>
public sealed record Responsibility(string Id, PlanParties Parties, IReadOnlyList<string> Paragraphs);
