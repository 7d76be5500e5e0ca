using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>
/// Many people register and cancel at once in four classes while host, worker or storage is killed at any moment. Whoever was not
/// answered asks again under the same key. Nothing acknowledged is lost, nothing is done twice, and list and class agree soon after.
/// The long form: NTM_KILLS=300 NTM_STORM=400.
/// </summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private const int Kill = 9, Capacity = 20;

    private static readonly DateTimeOffset Closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7));

    /// <summary>That list and class agree, on a machine that has other things to do.</summary>
    private static readonly TimeSpan Agreed = TimeSpan.FromSeconds(60);

    private readonly int _seed = Setting("NTM_SEED", Environment.TickCount);
    private readonly ConcurrentBag<string> _faults = [];

    private enum Victim
    {
        Storage,
        Worker,
        Host,
        HostAndStorage,
    }

    [Fact]
    public async Task Storm_UnderKills_LosesNothingAndDoesNothingTwice()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        int kills = Setting("NTM_KILLS", 4), people = Setting("NTM_STORM", 60);
        Random random = new(_seed);
        await using OwnApp app = new();
        await app.StartAsync();
        long start = Stopwatch.GetTimestamp();
        int operations = 0;
        for (int round = 0; round < kills; round++)
        {
            string[] classes = new string[4];
            for (int i = 0; i < classes.Length; i++)
                classes[i] = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: Capacity), Closes, Closes.AddDays(2));
            Victim victim = (Victim)(round % 4);
            Storm storm = new(app, round, random.Next());
            Task load = storm.RunAsync(classes, people);
            // Not a wait: the moment at which it dies, somewhere within the storm.
            int moment = random.Next(people);
            while (storm.Acknowledged < moment && !load.IsCompleted) await Task.Yield();
            await KillAsync(app, victim);
            await load;
            await AnswersAsync(app, classes[0]);
            operations += storm.Acknowledged;
            foreach (string id in classes) await CheckAsync(app, id, storm, $"round {round}, {victim}");
            foreach (string id in classes) (await app.Administrator.PostAsync($"/api/classes/{id}/cancel", new { reason = "Ghép lớp." })).Must(HttpStatusCode.OK);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {_seed}: {kills} kills, {operations} operations acknowledged, {_faults.Count} faults, {Stopwatch.GetElapsedTime(start).TotalMinutes:0.0} min"));
        Assert.True(_faults.IsEmpty, $"seed {_seed}\n{string.Join('\n', _faults.Take(20))}");
    }

    private static async Task KillAsync(OwnApp app, Victim victim)
    {
        switch (victim)
        {
            case Victim.Storage:
                AppProcess.Signal(app.AzuritePid, Kill);
                break;
            case Victim.Worker:
                AppProcess.Signal(await app.WorkerPidAsync(), Kill);
                break;
            default:
                int azurite = app.AzuritePid;
                await app.Process.KillAsync();
                if (victim == Victim.HostAndStorage) AppProcess.Signal(azurite, Kill);
                await app.StartAsync();
                break;
        }
    }

    // The load may have ended before the kill; nobody has waited then for what was killed.
    private static async Task AnswersAsync(OwnApp app, string id)
    {
        while ((await app.Administrator.GetAsync($"/api/classes/{id}/registrations")).Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable)
            await Task.Yield();
    }

    private async Task CheckAsync(OwnApp app, string id, Storm storm, string when)
    {
        void Fault(string what) => _faults.Add($"{when}, class {id}: {what}");
        JsonNode roster = await app.Administrator.RosterAsync(id);
        JsonNode[] lines = [.. roster["lines"]!.AsArray().Select(l => l!)];
        Person[] people = [.. storm.People.Where(p => p.Class == id)];
        foreach (Person person in people)
        {
            JsonNode[] own = [.. lines.Where(l => l.Text("fullName") == person.Name)];
            if (own.Length != 1) Fault($"{person.Name} stands {own.Length} times");
            else if (own[0].Text("code") != person.Code) Fault($"{person.Name} has another code than was acknowledged");
            else if (person.HasCancelled != (own[0].Text("status") == "cancelled")) Fault($"{person.Name} is {own[0].Text("status")}, cancelled: {person.HasCancelled}");
        }

        if (lines.Length != people.Length) Fault($"{lines.Length} lines of {people.Length} people");
        if (!lines.Select(l => l.Number("sequence")).Order().SequenceEqual(Enumerable.Range(1, lines.Length))) Fault("the sequence has a gap or a double");
        int active = people.Count(p => !p.HasCancelled);
        int confirmed = lines.Count(l => l.Text("status") == "confirmed");
        if (confirmed != Math.Min(Capacity, active)) Fault($"{confirmed} confirmed of {active} active");
        try
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    JsonNode listed = (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/classes")).Must(HttpStatusCode.OK).Json
                        .AsArray().Single(c => c.Text("id") == id)!;
                    return listed.Text("stage") == "registering" && listed["seats"].Number("confirmed") == confirmed
                        && listed["seats"].Number("waitlisted") == active - confirmed;
                },
                Agreed, "list and class agree");
        }
        catch (TimeoutException disagree)
        {
            Fault(disagree.Message);
        }
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } set ? int.Parse(set, CultureInfo.InvariantCulture) : usual;

    private sealed record Person(string Class, string Name)
    {
        public string Code { get; set; } = "";

        public bool HasCancelled { get; set; }
    }

    private sealed class Storm(OwnApp app, int round, int seed)
    {
        private int _acknowledged;

        public int Acknowledged => _acknowledged;

        public ConcurrentBag<Person> People { get; } = [];

        public Task RunAsync(string[] classes, int people) => Parallel.ForAsync(
            0, people, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
            {
                int number = round * people + i;
                JsonObject form = SampleClass.Person(number);
                Person person = new(classes[i % classes.Length], form.Text("fullName"));
                People.Add(person);
                JsonNode receipt = await UntilAnsweredAsync($"/api/public/classes/{person.Class}/registrations", form, $"storm-{number}", HttpStatusCode.Created);
                person.Code = receipt.Text("code");
                if (new Random(seed + i).Next(5) != 0) return;
                person.HasCancelled = true;
                JsonObject own = new() { ["code"] = person.Code, ["birthYear"] = form["birthYear"]!.GetValue<int>() };
                await UntilAnsweredAsync($"/api/public/classes/{person.Class}/registrations/cancel", own, $"storm-{number}-off", HttpStatusCode.OK);
            });

        private async Task<JsonNode> UntilAnsweredAsync(string path, JsonObject body, string key, HttpStatusCode wanted)
        {
            long start = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    Answer answer = await app.Administrator.As(null).PostAsync(path, body, key);
                    if (answer.Status is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway))
                    {
                        JsonNode given = answer.Must(wanted).Json;
                        Interlocked.Increment(ref _acknowledged);
                        return given;
                    }
                }
                catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2))
                {
                    // Whoever answers is dead, or not there yet.
                }

                // As long as a person takes to try again; not a wait for anything.
                await Task.Delay(100);
            }
        }
    }
}
