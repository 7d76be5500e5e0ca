using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Access;

/// <summary>How cookies are made, and where the keys are with which they are protected.</summary>
public static class CookieSetup
{
    /// <summary>The cookie that holds an officer's session.</summary>
    public const string SessionCookie = "ntm-session";

    /// <summary>The header in which scripts send the antiforgery token.</summary>
    public const string TokenHeader = "X-Ntm-Token";

    /// <summary>Setting: browsers reach the app by https only, whatever the connection to the worker is.</summary>
    public const string SecureSetting = nameof(NtmOptions.SecureCookies);

    private const string TokenCookie = "ntm-token";

    public static void AddCookies(this IServiceCollection services, IConfiguration configuration)
    {
        // It warns of each key that cannot be opened; the opening says that once, in words.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("NtmServerless");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton(KeyProtection.From(configuration));
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, KeyProtection>((options, keys, protection) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = protection.IsOn ? protection : null;
        });

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = SessionCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = SignInSessions.Idle;
            options.SlidingExpiration = true;
        });
        services.AddSingleton(new MachineTime(TimeProvider.System));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<MachineTime, NtmOptions>((cookies, machine, options) =>
            {
                cookies.TimeProvider = machine.Clock;
                cookies.Cookie.SecurePolicy = PolicyOf(options);
            });
        services.AddOptions<AntiforgeryOptions>().Configure<NtmOptions>((tokens, options) => tokens.Cookie.SecurePolicy = PolicyOf(options));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = TokenHeader;
            options.Cookie.Name = TokenCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            // The policy of the pages forbids frames already.
            options.SuppressXFrameOptionsHeader = true;
        });
        // Data protection would read its keys before the worker answers its host, and the storage may be away: the first cookie reads them.
        foreach (ServiceDescriptor eager in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToArray()) services.Remove(eager);
    }

    // In Azure the connection to the worker is plain although the browser's is not: a setting says so.
    private static CookieSecurePolicy PolicyOf(NtmOptions options) => options.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
