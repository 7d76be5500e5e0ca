namespace NtmServerless.Browser.Tests.Support;

/// <summary>An officer's account with an open session, whose cookies go into the browser.</summary>
internal sealed class Account(SignedIn officer) : IDisposable
{
    public string Id => officer.AccountId;

    public string UserName => officer.UserName;

    public string Password => officer.Password;

    public IEnumerable<Microsoft.Playwright.Cookie> Cookies => CookiesOf(officer);

    public static IEnumerable<Microsoft.Playwright.Cookie> CookiesOf(SignedIn officer) =>
        officer.Cookies.GetCookies(officer.Address).Select(c => new Microsoft.Playwright.Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
            HttpOnly = c.HttpOnly,
        });

    public static async Task<Account> MakeAsync(Api administrator, Who who) => new(await SignedIn.MakeAsync(administrator, who.Role(), who.Unit()));

    public void Dispose() => officer.Dispose();
}
