using System.Text;
using Microsoft.AspNetCore.Http;
using NtmServerless.Domain.Languages;

namespace NtmServerless.Functions.Hosting;

/// <summary>The language that a villager chose: said once in the address, kept in a cookie that holds its tag and nothing else.</summary>
public sealed class ChosenLanguage(ILanguages languages)
{
    public const string Cookie = "ntm-tieng";

    private const string Vietnamese = "vi";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    // Nothing else may stand in these elements.
    private static readonly string[] TextOnly = ["title", "option", "textarea", "script", "style", "svg"];

    /// <summary>Its texts, to be laid over the Vietnamese ones; null: the page is Vietnamese. Whoever asks lays them over.</summary>
    public async Task<TextOverlay?> OfAsync(HttpContext http)
    {
        string? asked = http.Request.Query[LanguageLinks.Parameter] is [{ Length: < 20 } tag] ? tag : null;
        string? wanted = asked ?? http.Request.Cookies[Cookie];
        if (wanted is null) return null;
        Language? spoken = wanted == Vietnamese ? null : (await languages.PublishedAsync(http.RequestAborted))
            .FirstOrDefault(l => l.Tag == wanted);
        if (asked is not null) Keep(http, spoken);
        return spoken is null ? null : new TextOverlay(spoken.Tag, spoken.Texts);
    }

    /// <summary>Says of each text of the overlay in which language it is; where no element may stand, it is said of none.</summary>
    public static string Mark(string html, string tag)
    {
        string encoded = html.Replace("&#xE000;", $"{TextOverlay.Begin}", StringComparison.Ordinal)
            .Replace("&#xE001;", $"{TextOverlay.End}", StringComparison.Ordinal);
        StringBuilder marked = new(encoded.Length + 4096);
        int depth = 0, at = 0;
        string? inside = null;
        while (at < encoded.Length)
        {
            char c = encoded[at];
            if (c == '<')
            {
                if (depth > 0) marked.Append("</span>");
                depth = 0;
                int end = EndOfTag(encoded, at);
                string whole = encoded[at..end];
                if (inside is null) inside = TextOnly.FirstOrDefault(e => Opens(whole, e));
                else if (whole.StartsWith($"</{inside}", StringComparison.OrdinalIgnoreCase)) inside = null;
                marked.Append(Bare(whole));
                at = end;
                continue;
            }

            if (c == TextOverlay.Begin && inside is null && depth++ == 0) marked.Append("<span lang=\"").Append(tag).Append("\">");
            else if (c == TextOverlay.End && depth > 0 && --depth == 0) marked.Append("</span>");
            else if (c is not (TextOverlay.Begin or TextOverlay.End)) marked.Append(c);
            at++;
        }

        return marked.ToString();
    }

    private static void Keep(HttpContext http, Language? spoken)
    {
        CookieOptions options = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Kept, Path = "/" };
        if (spoken is null) http.Response.Cookies.Delete(Cookie, options);
        else http.Response.Cookies.Append(Cookie, spoken.Tag, options);
    }

    private static bool Opens(string tag, string element) =>
        tag.StartsWith("<" + element, StringComparison.OrdinalIgnoreCase) && tag.Length > element.Length + 1
        && !char.IsAsciiLetterOrDigit(tag[element.Length + 1])
        && !tag.EndsWith("/>", StringComparison.Ordinal);

    // Past the bracket that closes it; one in a value of an attribute does not.
    private static int EndOfTag(string html, int at)
    {
        char quote = '\0';
        for (int i = at + 1; i < html.Length; i++)
        {
            if (quote != '\0')
            {
                if (html[i] == quote) quote = '\0';
            }
            else if (html[i] is '"' or '\'')
            {
                quote = html[i];
            }
            else if (html[i] == '>')
            {
                return i + 1;
            }
        }

        return html.Length;
    }

    private static string Bare(string tag) =>
        tag.Replace($"{TextOverlay.Begin}", "", StringComparison.Ordinal).Replace($"{TextOverlay.End}", "", StringComparison.Ordinal);
}
