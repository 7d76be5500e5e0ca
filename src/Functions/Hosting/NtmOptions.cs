using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Numbers and choices that an installation may set: read once, each with its default and its range. Storage, mail, gateway and front ends
/// have settings of their own.
/// </summary>
public sealed record NtmOptions
{
    private const int LongestPrefix = 30;

    /// <summary>Requests a minute and address on public routes.</summary>
    public int PublicRequestsPerMinute { get; init; } = 300;

    /// <summary>Failed sign-ins a minute and address, of browsers that do not know the account.</summary>
    public int FailedSignInsPerMinute { get; init; } = 60;

    /// <summary>Days after the end of a class or tour until personal data is removed.</summary>
    public int RetentionDays { get; init; } = Retention.DefaultDays;

    /// <summary>Browsers reach the app by https only, whatever the connection to the worker is.</summary>
    public bool SecureCookies { get; init; }

    /// <summary>The sign-in of the platform in front of the app is trusted.</summary>
    public bool EntraSignIn { get; init; }

    /// <summary>The app opens before it tells its host that it is there.</summary>
    public bool OpenBeforeAnswering { get; init; }

    /// <summary>The console is read by one person and kept nowhere.</summary>
    public bool ConsoleIsPrivate { get; init; }

    /// <summary>The clock is for practice.</summary>
    public bool Practice { get; init; }

    /// <exception cref="StartRefusedException">With every setting that is wrong.</exception>
    public static NtmOptions Read(IConfiguration configuration, VietnameseTexts texts)
    {
        NtmOptions defaults = new();
        List<string> wrong = [];
        NtmOptions options = new()
        {
            PublicRequestsPerMinute = Number(nameof(PublicRequestsPerMinute), defaults.PublicRequestsPerMinute, 1, 10_000_000),
            FailedSignInsPerMinute = Number(nameof(FailedSignInsPerMinute), defaults.FailedSignInsPerMinute, 1, 10_000_000),
            RetentionDays = Number(nameof(RetentionDays), defaults.RetentionDays, 1, 36_500),
            SecureCookies = Choice(nameof(SecureCookies), defaults.SecureCookies),
            EntraSignIn = Choice(nameof(EntraSignIn), defaults.EntraSignIn),
            OpenBeforeAnswering = Choice(nameof(OpenBeforeAnswering), defaults.OpenBeforeAnswering),
            ConsoleIsPrivate = Choice(nameof(ConsoleIsPrivate), defaults.ConsoleIsPrivate),
            Practice = Choice("practice", defaults.Practice),
        };
        // It begins the names of tables and containers: a storage would refuse any other one again and again.
        if (configuration["RecordsStoragePrefix"] is { Length: > 0 } prefix
            && !(prefix.Length <= LongestPrefix && char.IsAsciiLetter(prefix[0]) && prefix.All(char.IsAsciiLetterOrDigit)))
            wrong.Add(texts.Console("setting-prefix", ("most", LongestPrefix)));
        return wrong.Count == 0 ? options : throw new StartRefusedException(string.Join('\n', wrong));

        int Number(string setting, int usual, int from, int to)
        {
            if (configuration[setting] is not { Length: > 0 } text) return usual;
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= from && number <= to) return number;
            wrong.Add(texts.Console("setting-number", ("setting", setting), ("value", text), ("from", from), ("to", to)));
            return usual;
        }

        bool Choice(string setting, bool usual)
        {
            if (configuration[setting] is not { Length: > 0 } text) return usual;
            if (bool.TryParse(text, out bool choice)) return choice;
            wrong.Add(texts.Console("setting-choice", ("setting", setting), ("value", text)));
            return usual;
        }
    }
}
