using System.Diagnostics;
using System.Text.Json;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Progress;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>What one kind of work cost: seconds of machine time and storage requests.</summary>
internal sealed record Cost(double Seconds, long HostRequests, long AppRequests);

/// <summary>Plays the year: advances the clock to the next errand, does it, and again, until the last.</summary>
internal sealed class YearRun
{
    public static readonly DateTimeOffset End = Moment.On(new(2024, 12, 27), 17);
    public const string ClockWork = "Clock";

    private readonly Stage _stage;
    private readonly Registering _registering;
    private readonly IProgressView _view;
    private readonly SortedDictionary<string, Cost> _costs = new(StringComparer.Ordinal);
    private StorageCount _counted;
    private IReadOnlyList<ClassLine> _lines = [];

    public YearRun(Stage stage, string formSecret, IProgressView view)
    {
        _stage = stage;
        _view = view;
        _registering = new Registering(stage, new OutsideForm(stage, formSecret));
        Announcing announcing = new(stage, _registering, new Holding(stage, new Filing(stage)));
        foreach (ClassStory story in ClassStories.All) announcing.PutDown(new ClassPlay(story, stage.Seed));
        new TourScene(stage).PutDown();
        new MediaScene(stage).PutDown();
        new ReportScene(stage).PutDown();
        for (DateOnly monday = new(2024, 1, 8); Moment.On(monday, 8) < End; monday = monday.AddDays(7))
            stage.Agenda.Add(Moment.On(monday, 8), Work.Looking, LookAsync);
    }

    public IReadOnlyDictionary<string, Cost> Costs => _costs;

    public double RequestsPerRegistration => _registering.RequestsPerRegistration;

    /// <param name="until">What people do later is left undone; the clock stops there.</param>
    public async Task PlayAsync(DateTimeOffset until)
    {
        _counted = await _stage.Clock.CountAsync();
        while (_stage.Agenda.TryNext(out Errand errand) && errand.At < until)
        {
            if (errand.At > _stage.Clock.Now) await CostAsync(ClockWork, () => _stage.Clock.AdvanceAsync(errand.At));
            await CostAsync($"{errand.Work}", errand.Do);
        }

        await CostAsync(ClockWork, () => _stage.Clock.AdvanceAsync(until));
        await LookAsync();
        Show();
    }

    private async Task CostAsync(string work, Func<Task> what)
    {
        long start = Stopwatch.GetTimestamp();
        await what();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        StorageCount now = await _stage.Clock.CountAsync();
        StorageCount spent = now - _counted;
        _counted = now;
        Cost before = _costs.GetValueOrDefault(work) ?? new Cost(0, 0, 0);
        _costs[work] = new Cost(before.Seconds + seconds, before.HostRequests + spent.Host, before.AppRequests + spent.App);
        Show();
    }

    // The office looks at its list every Monday, and so does whoever watches the rehearsal.
    private async Task LookAsync()
    {
        JsonElement classes = (await _stage.Client.GetAsync($"api/plans/{_stage.Plan.Id}/classes", _stage.Keys.Administrator)).Must(200).Json;
        _lines = [.. classes.EnumerateArray().Select(c => Line(c, _stage)).OrderBy(l => l.FirstDay ?? DateOnly.MaxValue).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }

    private static ClassLine Line(JsonElement c, Stage stage)
    {
        string stream = c.GetProperty("streamId").GetString()!;
        int nth = stage.Plan.Streams.Select(s => s.Id).ToList().IndexOf(stream) + 1;
        JsonElement sessions = c.GetProperty("sessions");
        JsonElement seats = c.GetProperty("seats");
        return new ClassLine(
            $"{nth}.{c.GetProperty("number").GetInt32():00} {stage.Plan.FindUnit(c.GetProperty("hostUnitId").GetString()!)!.ShortName}",
            c.GetProperty("stage").GetString()!,
            sessions.GetArrayLength() == 0 ? null : DateOnly.FromDateTime(sessions[0].GetProperty("startsAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(7)).DateTime),
            seats.GetProperty("confirmed").GetInt32(), seats.GetProperty("waitlisted").GetInt32(), seats.GetProperty("capacity").GetInt32());
    }

    private void Show() => _view.Show(new ProgressState(_stage.Clock.Now, _stage.Client.Sent, _stage.Clock.Advances, _counted, _lines));
}
