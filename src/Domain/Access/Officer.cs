namespace NtmServerless.Domain.Access;

/// <summary>Who is signed in.</summary>
public sealed record Officer(string UserName, string DisplayName, Caller Caller);
