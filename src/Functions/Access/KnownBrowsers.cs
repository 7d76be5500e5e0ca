using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Access;

/// <summary>
/// A cookie, sealed with the app's keys, in each browser in which an account was signed in: it lets nobody in, but who has it is no
/// stranger, and is not shut out by wrong passwords that strangers try. One cookie an account, as colleagues share a PC.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection) : IOwnAllowance
{
    private const string Prefix = "ntm-known-";
    private const int Longest = 400;

    // As long as browsers keep a cookie at all.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly IDataProtector _seal = protection.CreateProtector("NtmServerless.KnownBrowser.v1");

    /// <summary>The browser's id, where the account was signed in there before; null: it is a stranger's.</summary>
    public string? Find(HttpContext http, string accountId) =>
        http.Request.Cookies[NameOf(accountId)] is { } cookie && Read(cookie) is { } read && read.AccountId == accountId ? read.BrowserId : null;

    string? IOwnAllowance.Find(HttpContext http) => FindAny(http) is { } browser ? $"browser/{browser}" : null;

    private string? FindAny(HttpContext http) =>
        http.Request.Cookies.Where(c => c.Key.StartsWith(Prefix, StringComparison.Ordinal)).Take(5).Select(c => Read(c.Value)?.BrowserId).FirstOrDefault(id => id is not null);

    /// <summary>The account was just signed in here.</summary>
    public void Remember(HttpContext http, string accountId)
    {
        string browser = Find(http, accountId) ?? Guid.NewGuid().ToString("N");
        http.Response.Cookies.Append(NameOf(accountId), Base64Url.EncodeToString(_seal.Protect(Encoding.ASCII.GetBytes($"{accountId}/{browser}"))), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }

    private static string NameOf(string accountId) => Prefix + accountId[..Math.Min(accountId.Length, 12)];

    private (string AccountId, string BrowserId)? Read(string cookie)
    {
        try
        {
            return cookie.Length <= Longest && Encoding.ASCII.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(cookie))).Split('/') is [var account, var browser]
                ? (account, browser) : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
