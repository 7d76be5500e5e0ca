using MimeKit;

namespace NtmServerless.Functions.Post;

/// <summary>E-mail addresses as people type them: one address, nothing around it, nothing that could become a header.</summary>
public static class MailAddress
{
    private const int Longest = 254;

    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false, AddressParserComplianceMode = RfcComplianceMode.Strict };

    /// <summary>The address; null when it is none.</summary>
    public static MailboxAddress? Read(string? text)
    {
        if (text?.Trim() is not { Length: > 0 and <= Longest } clean || clean.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';'))
            return null;
        return MailboxAddress.TryParse(Strict, clean, out MailboxAddress? mailbox) && mailbox.Address == clean && clean.Split('@') is [_, { } domain]
            && Uri.CheckHostName(domain) == UriHostNameType.Dns && !domain.EndsWith('.')
            ? mailbox
            : null;
    }
}
