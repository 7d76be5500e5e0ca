using System.Text.Json;
using System.Text.RegularExpressions;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Conformance;

/// <summary>Asks the running app everything in the list, and every function that it has.</summary>
public sealed partial class ConformanceTests(Subject subject)
{
    public static TheoryData<string> Names => [.. Alike.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_IsWhatTheListSays(string name)
    {
        Case asked = Alike.Cases.Single(c => c.Name == name);
        Answer answer = await asked.Ask(subject);
        string[] allowed = [.. Differences.OfAnswers.Where(d => d.Case == name && d.Where == subject.Runs).Select(d => d.Answer).DefaultIfEmpty(asked.Answer)];
        Subject.Write($"{name}: {Said.Of(answer, asked.Answer)} [{Said.Headers(answer)}]");
        Assert.True(allowed.Any(a => Said.Of(answer, a) == a), $"{Said.Of(answer, asked.Answer)}\ninstead of\n{string.Join("\nor ", allowed)}");
        Assert.Contains(asked.Words, answer.Text, StringComparison.Ordinal);
        MustBeKnown(name, answer);
    }

    [Fact]
    public void Difference_EachOne_IsOfACase() => Assert.All(Differences.OfAnswers, d => Assert.Contains(Alike.Cases, c => c.Name == d.Case));

    [Fact]
    public async Task Expect_BeforeABody_IsAnsweredFirst()
    {
        string begun = await subject.Public.RawAsync(
            $"POST /api/public/classes/{subject.Class}/registrations HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 1000\nExpect: 100-continue\n\n", "\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\n", begun, StringComparison.Ordinal);
    }

    /// <summary>As nobody and as administrator, with ids that are there: an answer of the app's own, never the host's page, never an empty 500.</summary>
    [Fact]
    public async Task Function_EachOne_AnswersItself()
    {
        List<string> wrong = [];
        int asked = 0;
        foreach ((string function, string verb, string path) in Doors())
        {
            foreach ((string who, Api api) in ((string, Api)[])[("nobody", subject.Public), ("administrator", subject.Administrator)])
            {
                Answer answer = await api.SendAsync(new HttpMethod(verb), path, null);
                asked++;
                string said = Said.Of(answer, " | Content-Type | Cache-Control | Vary | Location");
                Subject.Write($"{function} {verb} as {who}: {said} [{Said.Headers(answer)}]");
                bool isPage = !path.StartsWith("/api/", StringComparison.Ordinal);
                bool right = (int)answer.Status < 500 && !said.Contains(" of the host", StringComparison.Ordinal) && (int)answer.Status switch
                {
                    _ when verb == "head" => answer.Body.Length == 0,
                    303 => isPage,
                    >= 400 => isPage ? answer.MediaType == "text/html" : answer.Problem is not null,
                    _ => answer.Body.Length > 0,
                };
                if (!right) wrong.Add($"{function} {verb} {path} as {who}: {said}");
                MustBeKnown(path, answer);
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 480, $"{asked} answers");
    }

    private void MustBeKnown(string what, Answer answer)
    {
        string[] strange = [.. Said.Unknown(answer).Except(Differences.OfHeaders.Where(h => h.Where == subject.Runs).Select(h => h.Name), StringComparer.OrdinalIgnoreCase)];
        Assert.True(strange.Length == 0, $"{what}: {string.Join(", ", strange)}");
    }

    // What the build wrote down: the official host reads its functions from there.
    private IEnumerable<(string Function, string Verb, string Path)> Doors()
    {
        string built = Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Functions", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "functions.metadata");
        using JsonDocument metadata = JsonDocument.Parse(File.ReadAllBytes(built));
        foreach (JsonElement function in metadata.RootElement.EnumerateArray())
        {
            foreach (JsonElement trigger in function.GetProperty("bindings").EnumerateArray().Where(b => b.GetProperty("type").GetString() == "httpTrigger"))
            {
                string path = "/" + Parameter().Replace(trigger.GetProperty("route").GetString()!, p => p.Groups[1].Value switch
                {
                    "planId" => Subject.Plan,
                    "classId" => subject.Class,
                    "documentId" => subject.Document,
                    "unitId" => Subject.Commune,
                    "session" => "1",
                    "year" => "2025",
                    "empty" => "",
                    _ => "khong-co",
                });
                foreach (JsonElement verb in trigger.GetProperty("methods").EnumerateArray())
                    yield return (function.GetProperty("name").GetString()!, verb.GetString()!, path);
            }
        }
    }

    [GeneratedRegex(@"\{\*?(\w+)(?::[^{}]+?)?\??\}")]
    private static partial Regex Parameter();
}
