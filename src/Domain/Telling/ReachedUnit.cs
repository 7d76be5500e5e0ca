namespace NtmServerless.Domain.Telling;

/// <summary>One unit whom a notice tells.</summary>
/// <param name="InInbox">It lies in the unit's inbox.</param>
/// <param name="Sent">Letters and messages to the unit's addresses that were taken.</param>
/// <param name="Words">What came back, where one of them failed.</param>
public sealed record ReachedUnit(string UnitId, bool InInbox, int Sent, string? Words);
