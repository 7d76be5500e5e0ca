namespace NtmServerless.Functions.Hosting;

/// <summary>Anybody, without an account; rate-limited.</summary>
public sealed class PublicAttribute : AccessAttribute;
