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
    public const string SecureSetting = "SecureCookies";

    private const string TokenCookie = "ntm-token";

    public static void AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        // In Azure the connection to the worker is plain although the browser's is not: a setting says so.
        CookieSecurePolicy secure = configuration.GetValue(SecureSetting, false) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
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
            options.Cookie.SecurePolicy = secure;
            options.ExpireTimeSpan = SignInSessions.Idle;
            options.SlidingExpiration = true;
            // Sessions last by the machine's clock: business time may stand still or jump a month.
            options.TimeProvider = TimeProvider.System;
        });
        services.AddAntiforgery(options =>
        {
            options.HeaderName = TokenHeader;
            options.Cookie.Name = TokenCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure;
            // The policy of the pages forbids frames already.
            options.SuppressXFrameOptionsHeader = true;
        });
        foreach (Type door in (Type[])[typeof(SignInSessions), typeof(FrontDoor), typeof(ForgeryGuard), typeof(KnownBrowsers)]) services.AddSingleton(door);
    }
}
