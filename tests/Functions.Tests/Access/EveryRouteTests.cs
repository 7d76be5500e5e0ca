using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Functions.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>Every route of the description as every role, as nobody and with a wrong key: denied unless the description says otherwise.</summary>
public sealed class EveryRouteTests(RunningApp app)
{
    private static readonly (string Role, string UnitId)[] Roles =
    [
        ("administrator", TestPlan.Office), ("leadUnit", "hoi-nong-dan"), ("commune", TestPlan.Commune),
        ("cultureOffice", "phong-van-hoa-thong-tin"), ("committee", "ban-chi-dao"),
    ];

    [Fact]
    public async Task Route_AsEveryRole_LetsInOnlyWhomItNames()
    {
        JsonObject paths = (await app.Public.GetAsync("/api/openapi.json")).Must(HttpStatusCode.OK).Json["paths"]!.AsObject();
        List<string> wrong = [];
        int tried = 0;
        foreach ((string route, JsonNode? item) in paths)
        {
            string path = System.Text.RegularExpressions.Regex.Replace(route, @"\{(\w+)\}", m => m.Groups[1].Value switch { "session" => "1", "year" => "2025", _ => "khong-co" });
            foreach ((string verb, JsonNode? operation) in item!.AsObject())
            {
                HttpMethod method = new(verb.ToUpperInvariant());
                string[] roles = [.. (operation!["x-roles"] as JsonArray ?? []).Select(r => r!.GetValue<string>())];
                bool open = roles.Length == 0;
                foreach ((string role, string unit) in Roles)
                {
                    bool allowed = open || roles.Contains(role, StringComparer.OrdinalIgnoreCase);
                    await TryAsync(await app.CallerAsync(role, unit), role, allowed ? null : HttpStatusCode.Forbidden);
                }

                await TryAsync(app.Public, "nobody", open ? null : HttpStatusCode.Unauthorized);
                await TryAsync(app.Public.As("ntm_" + new string('x', 43)), "a wrong key", open ? null : HttpStatusCode.Unauthorized);

                async Task TryAsync(Api caller, string who, HttpStatusCode? refusal)
                {
                    tried++;
                    HttpStatusCode status = (await caller.SendAsync(method, path, null)).Status;
                    bool signed = operation["security"]!.AsArray().Any(s => s!["signature"] is not null);
                    bool right = refusal is { } expected
                        ? status == expected
                        : (int)status < 500 && (signed || status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden));
                    if (!right) wrong.Add($"{verb} {route} as {who}: {(int)status}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(tried > 200, $"{tried} tried");
    }
}
