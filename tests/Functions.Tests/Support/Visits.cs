using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Uses the pages as a browser without scripts does.</summary>
internal static partial class Visits
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(3) };

    /// <summary>Somebody without an account; redirects are seen, not followed.</summary>
    public static Api Visitor(this RunningApp app) => new(Http, app.Process.Address);

    public static Task<Answer> SendFormAsync(this Api visitor, string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        visitor.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public static Task<Answer> SendFormAsync(this Api visitor, string path, params (string Name, string Value)[] fields) =>
        visitor.SendFormAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>What somebody types into the registration form.</summary>
    public static Dictionary<string, string> Typed(JsonObject person) => person.ToDictionary(f => f.Key, f => f.Value!.ToString());

    /// <summary>Registers through the form and gives the address of the receipt.</summary>
    public static async Task<string> RegisterAsync(this Api visitor, ClassId classId, JsonObject person)
    {
        Answer answer = await visitor.SendFormAsync($"/lop/{classId}/dang-ky", Typed(person));
        return answer.Must(HttpStatusCode.SeeOther).Headers.Location!.OriginalString;
    }

    public static async Task<string> PageAsync(this Api visitor, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        (await visitor.GetAsync(path)).Must(expected).Text;

    /// <summary>What is in the main part of a page, without the frame that every page has.</summary>
    public static string MainPart(this string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    /// <summary>The code on a receipt, as a person would write it down.</summary>
    public static string Code(string receipt) => CodeOnReceipt().Match(receipt).Groups[1].Value;

    /// <summary>Addresses of our own that a page links to or loads.</summary>
    public static IEnumerable<string> Addresses(string page) => Address().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    [GeneratedRegex("<strong class=\"code\">([0-9A-Z ]{9})</strong>")]
    private static partial Regex CodeOnReceipt();

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"")]
    private static partial Regex Address();
}
