using System.Net;
using System.Text.RegularExpressions;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Opens pages and sends their forms as a browser would: with every hidden field, following where it is sent.</summary>
internal static partial class OfficeForms
{
    /// <summary>A page of the test plan, decoded.</summary>
    public static async Task<string> OpenAsync(this Api officer, string path) =>
        WebUtility.HtmlDecode((await officer.GetAsync(InPlan(path))).Must(HttpStatusCode.OK).Text);

    /// <summary>Sends the form of a page that posts to <paramref name="action"/> (null: to the page itself).</summary>
    public static async Task<Answer> SendFormAsync(this Api officer, string page, string? action, params (string Name, string Value)[] fields)
    {
        string html = (await officer.GetAsync(InPlan(page))).Must(HttpStatusCode.OK).Text;
        string to = (action ?? page).Split('?')[0];
        string form = PostForm().Matches(html).Select(m => m.Value).FirstOrDefault(f => Target(f).Split('?')[0] == to)
            ?? throw new InvalidOperationException($"{page} has no form to {to}.");
        List<KeyValuePair<string, string>> all = [.. Hidden().Matches(form).Select(m => KeyValuePair.Create(Decode(m.Groups[1].Value), Decode(m.Groups[2].Value)))];
        all.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using FormUrlEncodedContent content = new(all);
        return await officer.SendAsync(HttpMethod.Post, Target(form), content);
    }

    public static string InPlan(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ke-hoach={TestPlan.Id}";

    private static string Target(string form) => Decode(Action().Match(form).Groups[1].Value);

    private static string Decode(string text) => WebUtility.HtmlDecode(text);

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostForm();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
