namespace NtmServerless.Domain.Telling;

/// <summary>Who told somebody, and when (UTC).</summary>
public sealed record ToldMark(DateTimeOffset At, string UnitId, [property: Personal(PersonalDatum.Trace)] string By);
