using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NtmServerless.Testing;

/// <summary>A browser without scripts: keeps cookies, follows no redirects, fills in forms. As anybody, or as an officer who is signed in.</summary>
public sealed partial class SignedIn : IDisposable
{
    /// <summary>The antiforgery field of forms and the header that scripts send instead.</summary>
    public const string TokenField = "__RequestVerificationToken";
    public const string TokenHeader = "X-Ntm-Token";
    public const string SessionCookie = "ntm-session";

    private readonly HttpClient _http;
    private readonly Api _api;

    private SignedIn(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(2) };
        _api = new Api(_http, address);
    }

    public CookieContainer Cookies { get; } = new();

    public Uri Address => _api.Address;

    /// <summary>Id of the account; empty for anybody.</summary>
    public string AccountId { get; private set; } = "";

    public string UserName { get; private set; } = "";

    /// <summary>The officer's own password.</summary>
    public string Password { get; private set; } = "";

    /// <summary>A browser in which nobody is signed in.</summary>
    public static SignedIn Nobody(Uri address) => new(address);

    /// <summary>Makes an account with the administrator's key, signs in and chooses a password.</summary>
    /// <param name="role">As the API writes it: administrator, leadUnit, commune, cultureOffice, committee.</param>
    /// <param name="userName">Null: one that no other test has.</param>
    public static async Task<SignedIn> MakeAsync(Api administrator, string role, string unitId, string? userName = null)
    {
        userName ??= "u" + Guid.NewGuid().ToString("N")[..12];
        Answer made = (await administrator.PostAsync("/api/accounts", new { userName, displayName = $"Cán bộ {userName}", role, unitId })).Must(HttpStatusCode.Created);
        SignedIn officer = new(administrator.Address) { AccountId = made.Json["account"]!["id"]!.GetValue<string>() };
        (await officer.SignInAsync(userName, made.Json["password"]!.GetValue<string>())).Must(HttpStatusCode.SeeOther);
        (await officer.ChangePasswordAsync("một câu dài của " + Guid.NewGuid())).Must(HttpStatusCode.SeeOther);
        return officer;
    }

    /// <summary>Posts the sign-in form.</summary>
    public Task<Answer> SignInAsync(string userName, string password, string page = "/dang-nhap")
    {
        (UserName, Password) = (userName, password);
        return PostFormAsync(page, [("userName", userName), ("password", password)]);
    }

    public async Task<Answer> ChangePasswordAsync(string wanted)
    {
        Answer changed = await PostFormAsync("/tai-khoan", [("current", Password), ("wanted", wanted), ("again", wanted)]);
        if (changed.Status == HttpStatusCode.SeeOther) Password = wanted;
        return changed;
    }

    public Task<Answer> GetAsync(string path) => _api.GetAsync(path);

    /// <summary>Opens a page, fills in its form and sends it with the form's token and key.</summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="action">Where the form goes, when the page has several forms or its form goes elsewhere.</param>
    public async Task<Answer> PostFormAsync(string page, IEnumerable<(string Name, string Value)> fields, string? action = null)
    {
        Answer opened = (await GetAsync(page)).Must(HttpStatusCode.OK);
        // The page's own forms: those of the row above it search and sign out.
        string shown = action is null ? opened.Text[opened.Text.IndexOf("<main", StringComparison.Ordinal)..] : opened.Text;
        string form = Form().Matches(shown).Select(m => m.Value)
            .FirstOrDefault(f => action is null || f.Contains($"action=\"{WebUtility.HtmlEncode(action)}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form for {action ?? "anything"}.");
        string target = action ?? (Action().Match(form) is { Success: true } named ? WebUtility.HtmlDecode(named.Groups[1].Value) : page);
        return await SendFormAsync(target, [.. Hidden().Matches(form).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))), .. fields]);
    }

    /// <summary>Sends fields as they are, without looking at any page.</summary>
    public async Task<Answer> SendFormAsync(string path, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        using FormUrlEncodedContent content = new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _api.SendAsync(HttpMethod.Post, path, content, headers);
    }

    /// <summary>Calls the API with the session's cookie and a fresh token, as scripts of the pages do.</summary>
    public async Task<Answer> PostAsync(string path, object? body = null)
    {
        using HttpContent? content = body is null ? null : Api.JsonBody(JsonSerializer.Serialize(body, Api.Json));
        return await _api.SendAsync(HttpMethod.Post, path, content, (TokenHeader, await TokenAsync()));
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers) =>
        _api.SendAsync(method, path, content, headers);

    /// <summary>A token of this session, for <see cref="TokenHeader"/> or <see cref="TokenField"/>.</summary>
    public async Task<string> TokenAsync() => (await GetAsync("/api/me")).Must(HttpStatusCode.OK).Json["token"]!.GetValue<string>();

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("^<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
