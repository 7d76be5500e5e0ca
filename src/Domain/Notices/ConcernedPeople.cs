namespace NtmServerless.Domain.Notices;

/// <summary>How many people of one commune a notice is about: numbers, no person.</summary>
/// <param name="WithPhone">Of them, those whom a message can reach.</param>
/// <param name="WithoutPhone">Those who have to be told by somebody.</param>
public sealed record ConcernedPeople(string UnitId, int WithPhone, int WithoutPhone);
