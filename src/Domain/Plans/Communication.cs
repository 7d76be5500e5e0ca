namespace NtmServerless.Domain.Plans;

/// <summary>One thing that the communication work is about (a paragraph of section II.1.1).</summary>
public sealed record CommunicationContent(string Id, string Text);

/// <summary>How much media work an office wants of a unit; the sample plan names none.</summary>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="Channel">Channel counted.</param>
/// <param name="Count">Items, 1 to 100,000.</param>
/// <param name="Window">Within these dates; null: the plan's year.</param>
public sealed record MediaTarget(string UnitId, CommunicationChannel Channel, int Count, DateWindow? Window);
