using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>What every answer carries, right or wrong, and addresses that nobody answers.</summary>
public sealed class AnswerHeaderTests(RunningApp app)
{
    [Fact]
    public async Task Page_EachOne_ForbidsScriptsInlineAndFrames()
    {
        using SignedIn nobody = SignedIn.Nobody(app.Public.Address);
        string[] paths =
        [
            .. AccessRules.HttpFunctions().Where(f => AccessRules.Pages.Contains(f.Name) && f.Trigger.Methods!.Contains("get") && !f.Trigger.Route!.Contains('{', StringComparison.Ordinal))
                .Select(f => "/" + f.Trigger.Route),
            "/", "/khong-co-trang-nay", "/can-bo/tai-khoan/khong-co", "/can-bo/tai-khoan/kh%C3%B4ng", "/tai-nguyen/khong-co.js",
        ];
        Assert.True(paths.Length > 8, $"{paths.Length} pages");
        foreach (string path in paths)
        {
            Holds(path, await app.Administrator.GetAsync(path));
            Holds(path + " as nobody", await nobody.GetAsync(path));
            Holds(path + " by post", await nobody.SendFormAsync(path, []), mayBeTheHosts: true);
        }
    }

    [Theory]
    [InlineData("/khong-co", "text/html")]
    [InlineData("/can-bo/khong/co/dau", "text/html")]
    [InlineData("/api/khong-co", "application/problem+json")]
    [InlineData("/API/khong-co", "application/problem+json")]
    public async Task Address_ThatNobodyAnswers_SaysSo(string path, string media)
    {
        Answer answer = (await app.Public.GetAsync(path)).Must(HttpStatusCode.NotFound);
        Assert.Equal(media, answer.MediaType);
        Assert.Contains("Không tìm thấy", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_StaysTheHosts()
    {
        Answer answer = await app.Public.GetAsync("/admin/host/status");
        Assert.DoesNotContain("Không tìm thấy", answer.Text, StringComparison.Ordinal);
    }

    private static void Holds(string what, Answer answer, bool mayBeTheHosts = false)
    {
        // A method that no function takes never reaches the app.
        if (mayBeTheHosts && answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed) return;
        string policy = string.Join("; ", answer.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? values) ? values : []);
        Assert.True(
            policy.Contains("default-src 'none'", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
            && !policy.Contains("unsafe", StringComparison.Ordinal) && policy.Contains("form-action 'self'", StringComparison.Ordinal), $"{what}: {(int)answer.Status} {policy}");
        Assert.True(answer.Headers.TryGetValues("X-Content-Type-Options", out IEnumerable<string>? sniff) && sniff.Single() == "nosniff", what);
        Assert.True(answer.Headers.TryGetValues("Referrer-Policy", out IEnumerable<string>? referrer) && referrer.Single() == "same-origin", what);
        // Loopback is not https, and must stay reachable without it.
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), what);
        Assert.True((int)answer.Status < 500, $"{what}: {(int)answer.Status}");
    }
}
