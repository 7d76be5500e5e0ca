namespace NtmServerless.Domain.Notices;

/// <summary>What a kind of notice says, with names in braces.</summary>
/// <param name="Body">What a letter says, without its head and foot.</param>
/// <param name="Brief">The text message to participants; null where they are not told.</param>
public sealed record NoticeWording(string Subject, string Body, string? Brief);
