using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>
/// Every HTTP function of the app, pages too, as every role by key and by cookie, as nobody, with a wrong key and with a forged
/// cookie: denied unless its rule says otherwise.
/// </summary>
public sealed partial class EveryRouteTests(RunningApp app)
{
    private static readonly (string Role, string UnitId)[] Roles =
    [
        ("administrator", TestPlan.Office), ("leadUnit", "hoi-nong-dan"), ("commune", TestPlan.Commune),
        ("cultureOffice", "phong-van-hoa-thong-tin"), ("committee", "ban-chi-dao"),
    ];

    // Signing out ends the session that the others are tried with.
    private static readonly (string Name, AccessAttribute? Rule, bool IsPage, string Path, string Verb)[] Doors =
    [
        .. from f in AccessRules.HttpFunctions().OrderBy(f => f.Name == "PostSignOut").ThenBy(f => f.Trigger.Route, StringComparer.Ordinal)
           from verb in f.Trigger.Methods!
           select (f.Name, AccessRules.ByFunction[f.Name], AccessRules.Pages.Contains(f.Name), PathOf(f.Trigger.Route!), verb),
    ];

    [Fact]
    public void Function_EachOne_HasARule() => Assert.All(Doors, d => Assert.True(d.Rule is not null, d.Name));

    [Fact]
    public async Task Function_AsEveryRole_LetsInOnlyWhomItNames()
    {
        List<string> wrong = [];
        foreach ((string role, string unit) in Roles)
        {
            Api key = await app.CallerAsync(role, unit);
            using SignedIn officer = await app.OfficerAsync(role, unit);
            string token = await officer.TokenAsync();
            foreach ((string name, AccessAttribute? rule, _, string path, string verb) in Doors)
            {
                bool allowed = rule is not CallersAttribute callers || callers.Roles.Any(r => r.ToString().Equals(role, StringComparison.OrdinalIgnoreCase));
                Check($"{name} {verb} {path} as {role} by key", (await key.SendAsync(new HttpMethod(verb), path, null)).Status, allowed, rule);
                Answer byCookie = await officer.SendAsync(new HttpMethod(verb), path, null, (SignedIn.TokenHeader, token));
                Check($"{name} {verb} {path} as {role} by cookie", byCookie.Status, allowed, rule);
            }
        }

        Assert.Empty(wrong);

        void Check(string what, HttpStatusCode status, bool allowed, AccessAttribute? rule)
        {
            bool right = allowed
                ? (int)status < 500 && (rule is SignedAttribute || status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
                : status == HttpStatusCode.Forbidden;
            if (!right) wrong.Add($"{what}: {(int)status}");
        }
    }

    [Fact]
    public async Task Function_AsNobody_IsOpenOnlyWhereItIsPublic()
    {
        using SignedIn nobody = SignedIn.Nobody(app.Public.Address);
        List<string> wrong = [];
        foreach ((string name, AccessAttribute? rule, bool isPage, string path, string verb) in Doors)
        {
            HttpMethod method = new(verb);
            foreach ((string who, Answer answer) in ((string, Answer)[])
            [
                ("nobody", await nobody.SendAsync(method, path, null)),
                ("a wrong key", await nobody.SendAsync(method, path, null, ("x-api-key", "ntm_" + new string('x', 43)))),
                ("a forged cookie", await nobody.SendAsync(method, path, null, ("Cookie", $"{SignedIn.SessionCookie}=CfDJ8{new string('x', 200)}"))),
                ("the platform's headers", await nobody.SendAsync(method, path, null, ("X-MS-CLIENT-PRINCIPAL-NAME", "hoa@example.vn"), ("X-MS-CLIENT-PRINCIPAL-ID", "1"))),
            ])
            {
                bool toSignIn = isPage && verb == "get" && answer.Status == HttpStatusCode.SeeOther
                    && answer.Headers.Location!.OriginalString.StartsWith("/dang-nhap?ve=%2F", StringComparison.Ordinal);
                bool right = rule switch
                {
                    CallersAttribute => toSignIn || answer.Status == HttpStatusCode.Unauthorized && !(isPage && verb == "get"),
                    SignedAttribute => (int)answer.Status is >= 400 and < 500,
                    _ => (int)answer.Status < 500 && answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !toSignIn,
                };
                if (!right) wrong.Add($"{name} {verb} {path} as {who}: {(int)answer.Status} {answer.Headers.Location}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(Doors.Length > 80, $"{Doors.Length} doors");
    }

    private static string PathOf(string route) => "/" + Parameter().Replace(route, p => p.Groups[1].Value switch
    {
        "session" => "1",
        "year" => "2025",
        "empty" => "",
        _ when p.Value.Contains(":int", StringComparison.Ordinal) => "1",
        _ => "khong-co",
    });

    [GeneratedRegex(@"\{\*?(\w+)(?::[^{}]+?)?\??\}")]
    private static partial Regex Parameter();
}
