using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Bursts;

/// <summary>Everybody at once for one class.</summary>
public sealed class BurstTests(BurstApp burst, ITestOutputHelper output) : IClassFixture<BurstApp>
{
    private readonly RunningApp _app = burst.App;

    [Fact]
    public async Task Register_TwoHundredForTheLastSeat_ConfirmsOne()
    {
        string id = await _app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 2));
        await _app.Public.RegisteredAsync(id, SampleClass.Person(0));

        (Answer[] answers, _) = await Burst.RunAsync(200, 200, i => RegisterAsync(id, i + 1));

        Assert.All(answers, a => Assert.True(Burst.IsTaken(a), a.Text));
        Assert.Single(answers, a => a.Json.Text("status") == "confirmed");
        Assert.Equal(199, answers.Count(a => a.Json.Text("status") == "waitlisted"));
        Assert.Equal(Enumerable.Range(2, 200), answers.Select(a => a.Json.Number("sequence")).Order());
        Assert.Equal(Enumerable.Range(1, 199), answers.Where(a => a.Json["waitlistPlace"] is not null).Select(a => a.Json.Number("waitlistPlace")).Order());
    }

    [Fact]
    public async Task Register_ThousandForFiftySeats_KeepsEveryAcknowledgedOneInOrder()
    {
        string id = await _app.Administrator.OpenClassAsync();

        (Answer[] answers, double rate) = await Burst.RunAsync(1_000, 64, i => RegisterAsync(id, i));
        double plain = await Burst.InsertsPerSecondAsync(_app.Storage, 1_000);

        Assert.All(answers, a => Assert.True(Burst.IsTaken(a), a.Text));
        JsonNode roster = await _app.Administrator.RosterAsync(id);
        JsonNode[] lines = [.. roster["lines"]!.AsArray().Select(l => l!).OrderBy(l => l.Number("sequence"))];
        Assert.Equal(Enumerable.Range(1, 1_000), lines.Select(l => l.Number("sequence")));
        Assert.All(lines[..50], l => Assert.Equal("confirmed", l.Text("status")));
        Assert.All(lines[50..], l => Assert.Equal("waitlisted", l.Text("status")));
        Assert.Equal(
            answers.Select(a => (a.Json.Number("sequence"), a.Json.Text("code"), a.Json.Text("status"))).Order(),
            lines.Select(l => (l.Number("sequence"), l.Text("code"), l.Text("status"))));
        Assert.Equal((50, 950), (roster["class"]!["seats"].Number("confirmed"), roster["class"]!["seats"].Number("waitlisted")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rate:0} registrations/s, {plain:0} single-row inserts/s, ratio {rate / plain:0.00} (beside other tests)"));
    }

    [Fact]
    public async Task Register_BesideAStrangersAttempts_IsNotRefused()
    {
        string id = await _app.Administrator.OpenClassAsync();
        Api stranger = await _app.CallerAsync("commune", TestPlan.OtherCommune);

        (Answer[] answers, _) = await Burst.RunAsync(120, 60, i => i % 3 == 0
            ? stranger.PostAsync($"/api/classes/{id}/registrations", SampleClass.Person(i))
            : RegisterAsync(id, i));

        Assert.All(answers.Where((_, i) => i % 3 == 0), a => Assert.Equal("forbidden", a.Problem));
        Assert.All(answers.Where((_, i) => i % 3 != 0), a => Assert.True(Burst.IsTaken(a), a.Text));
    }

    private Task<Answer> RegisterAsync(string id, int number)
    {
        JsonObject person = SampleClass.Person(number);
        return _app.Public.PostAsync($"/api/public/classes/{id}/registrations", person, $"burst-{number}");
    }
}
