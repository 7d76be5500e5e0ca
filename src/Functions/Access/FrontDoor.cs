using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>
/// A sign-in that the platform does in front of the app (Entra ID on Azure App Service). Its headers are believed only where
/// the setting <c>EntraSignIn</c> says that the platform sets them: anywhere else anybody could send them.
/// </summary>
public sealed class FrontDoor(AccountStore accounts, IConfiguration configuration)
{
    public const string IdHeader = "X-MS-CLIENT-PRINCIPAL-ID";
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>Where the platform signs out.</summary>
    public const string SignOutPath = "/.auth/logout?post_logout_redirect_uri=/";

    private readonly bool _isOpen = configuration.GetValue("EntraSignIn", false);

    /// <summary>The account whose external id the platform names; sets the request's user. Null: none.</summary>
    public async Task<(Account Account, Credential Credential)?> FindAsync(HttpContext http)
    {
        if (!_isOpen) return null;
        foreach (string header in (string[])[IdHeader, NameHeader])
        {
            if (http.Request.Headers[header] is not [{ Length: > 0 and <= 200 } name]
                || await accounts.FindExternalAsync(name, http.RequestAborted) is not { } known) continue;
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", $"front/{known.Account.Id}/{known.Stamp}")], "front"));
            // The password is not what this officer signs in with.
            return (known.Account with { MustChangePassword = false }, new Credential(known.Stamp, known.Account.Id));
        }

        return null;
    }
}
