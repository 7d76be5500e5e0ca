using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace NtmServerless.Functions.Post;

/// <summary>How the connection to the mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must go on encrypted; the usual way on port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; the usual way on port 465.</summary>
    Tls,

    /// <summary>Not at all: only to this very machine.</summary>
    None,
}

/// <summary>
/// The mail server, section <c>Smtp</c>: Host, Port, User, Password, From, Security, and CheckRevocation (false where an
/// authority of one's own publishes no revocation list). Without a host no e-mail is sent.
/// </summary>
public sealed record MailSettings
{
    public string? Host { get; private init; }
    public int Port { get; private init; }
    public string? User { get; private init; }
    public string? Password { get; private init; }
    public MailboxAddress? From { get; private init; }
    public MailSecurity Security { get; private init; }
    public bool CheckRevocation { get; private init; } = true;

    /// <summary>Key of the console text that says what is wrong with the settings; null when nothing is.</summary>
    public string? Problem { get; private init; }

    public bool IsOn => Host is not null && Problem is null;

    public static MailSettings Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection("Smtp");
        if (section["Host"] is not { Length: > 0 } host) return new MailSettings();
        if (!Enum.TryParse(section["Security"] ?? nameof(MailSecurity.StartTls), ignoreCase: true, out MailSecurity security) || !Enum.IsDefined(security))
            return new MailSettings { Problem = "smtp-security" };
        if (security == MailSecurity.None && !IsThisMachine(host)) return new MailSettings { Problem = "smtp-in-the-clear" };
        if (MailAddress.Read(section["From"]) is not { } from) return new MailSettings { Problem = "smtp-from" };
        int port = security == MailSecurity.Tls ? 465 : 587;
        if (section["Port"] is { Length: > 0 } given && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535))
            return new MailSettings { Problem = "smtp-port" };
        bool checks = true;
        if (section["CheckRevocation"] is { Length: > 0 } choice && !bool.TryParse(choice, out checks)) return new MailSettings { Problem = "smtp-check-revocation" };
        return new MailSettings
        {
            Host = host,
            Port = port,
            User = section["User"] is { Length: > 0 } user ? user : null,
            Password = section["Password"],
            From = from,
            Security = security,
            CheckRevocation = checks,
        };
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address);
}
