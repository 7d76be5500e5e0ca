namespace NtmServerless.Storage.Accounts;

/// <summary>What a session is held against at each request.</summary>
/// <param name="Stamp">A session made under another stamp has ended.</param>
/// <param name="EndedSessions">Ids of sessions that were signed out.</param>
public sealed record AccountSession(Account Account, string Stamp, IReadOnlySet<string> EndedSessions);
