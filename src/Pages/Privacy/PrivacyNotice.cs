namespace NtmServerless.Pages.Privacy;

/// <summary>What the privacy notice names.</summary>
/// <param name="IssuingBody">Who answers for the processing; null before a plan was loaded.</param>
/// <param name="Office">Whom to ask.</param>
/// <param name="RetentionDays">Days after the end of a class until personal data is removed.</param>
public sealed record PrivacyNotice(string? IssuingBody, string? Office, int RetentionDays);
