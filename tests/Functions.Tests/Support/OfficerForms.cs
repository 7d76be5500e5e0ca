using System.Net;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Posts forms of officer pages as a browser without script does, and reads the page that comes.</summary>
internal static partial class OfficerForms
{
    /// <summary>Posts the fields; a redirect is followed, so that the answer is a page.</summary>
    public static Task<Answer> SubmitAsync(this Api officer, string path, params (string Name, string Value)[] fields) =>
        officer.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>What the page says was done.</summary>
    public static string Done(this Answer page) => Decoded(DoneText().Match(page.Must(HttpStatusCode.OK).Text).Groups[1].Value);

    /// <summary>The errors that stand at a field, or at a line of a list.</summary>
    public static string ErrorAt(this Answer page, string id) =>
        Decoded(Regex.Match(page.Text, $"<p class=\"error\" id=\"{Regex.Escape(id)}-loi\">([^<]*)</p>").Groups[1].Value);

    /// <summary>The value of an input, by its name.</summary>
    public static string ValueOf(this Answer page, string name) =>
        Decoded(Regex.Match(page.Text, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);

    public static string Decoded(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("<p class=\"note open\" role=\"status\">([^<]*)</p>")]
    private static partial Regex DoneText();
}
