using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>
/// docs/operator/access.md says who is let in to what, as the running app answered: each operation with a good body, on records in the state for it, as
/// nobody, as each role, and as units to which the record does and does not belong. Run with NTM_WRITE=1 it writes the file; else it must be as it is.
/// </summary>
public sealed class AccessTableTests
{
    private static readonly string TableFile = Path.Combine(AzuriteServer.RepositoryRoot(), "docs", "operator", "access.md");

    /// <summary>Who may least first: whoever is let in changes the record.</summary>
    private static readonly (string Name, string Role, string UnitId)[] Callers =
    [
        ("committee", "committee", "ban-chi-dao"), ("culture office", "cultureOffice", "phong-van-hoa-thong-tin"), ("other lead unit", "leadUnit", "hoi-nong-dan"),
        ("other commune", "commune", TestPlan.OtherCommune), ("own commune", "commune", TestPlan.Commune), ("administrator", "administrator", TestPlan.Office),
    ];

    [Fact]
    public async Task Table_OfWhoIsLetIn_IsAsWritten()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        // Its own: the examples are true once.
        await using RunningApp app = new();
        await app.InitializeAsync();
        List<string> table = ["""
            # Who is let in

            Written by `AccessTableTests` from the answers of the running app (`NTM_WRITE=1 dotnet run --project tests/Functions.Tests -- -class '*AccessTableTests'`), and held against it at every run.

            ## Operations for programs

            Each with a good body, on records in the state for it, led and hosted by the own commune. `yes`: let in, whatever the rules of the record said then; `-`: 403; `key`: 401.
            Signed operations want the signature of an outside form instead of a key.

            """,
            $"| operation | nobody | {string.Join(" | ", Callers.Select(c => c.Name))} |", $"| --- |{string.Concat(Enumerable.Repeat(" --- |", Callers.Length + 1))}"];
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        Stage stage = await Stage.SetAsync(app);
        Api[] callers = await Task.WhenAll(Callers.Select(c => c.Role == "administrator" ? Task.FromResult(app.Administrator) : app.CallerAsync(c.Role, c.UnitId)));
        foreach ((string path, string verb, JsonNode operation) in DescriptionTests.Operations(document).Where(o => o.Verb != "head").OrderBy(o => o.Operation.Text("operationId"), StringComparer.Ordinal))
        {
            string name = operation.Text("operationId");
            Dictionary<string, string> ids = await stage.IdsAsync(name);
            string address = Regex.Replace(path, @"\{(\w+)\}", m => ids[m.Groups[1].Value]);
            List<string> answers = [];
            foreach (Api caller in callers.Prepend(app.Public))
            {
                (HttpContent? body, (string, string)[] headers) = ExampleTests.Body(operation, ids);
                answers.Add(Word((await caller.SendAsync(new HttpMethod(verb.ToUpperInvariant()), address, body, headers)).Status));
            }

            table.Add($"| {name} | {string.Join(" | ", answers)} |");
        }

        table.Add("""

            ## Pages

            By role; which records is decided by the same permissions (`Domain/Permissions/Permission.cs`). Pages for everybody are left out.

            | page | roles |
            | --- | --- |
            """);
        foreach ((string name, _, var trigger) in Endpoints.HttpFunctions().Where(f => Endpoints.Pages.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (AccessRules.ByFunction[name] is CallersAttribute rule)
                table.Add($"| {name} `{string.Join(',', trigger.Methods!)} /{trigger.Route}` | {string.Join(", ", rule.Roles.Order())} |");
        }

        string found = string.Join('\n', table).ReplaceLineEndings("\n") + '\n';
        if (Environment.GetEnvironmentVariable("NTM_WRITE") is not null) await File.WriteAllTextAsync(TableFile, found, TestContext.Current.CancellationToken);
        Assert.Equal((await File.ReadAllTextAsync(TableFile, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), found);
    }

    private static string Word(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "key",
        HttpStatusCode.Forbidden => "-",
        _ when (int)status < 500 => "yes",
        _ => throw new InvalidOperationException($"{status}"),
    };
}
