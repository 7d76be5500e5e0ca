using System.Diagnostics;
using System.Security.Cryptography;
using NtmServerless.Domain.Plans;
using NtmServerless.Rehearsal.Checking;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;
using NtmServerless.Rehearsal.Outcome;
using NtmServerless.Rehearsal.Progress;
using NtmServerless.Rehearsal.Scenes;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal;

/// <summary>One rehearsal from the empty folder to the checked records.</summary>
internal static class Rehearsal
{
    public static async Task<Summary> RunAsync(RehearsalOptions options, IProgressView view)
    {
        long start = Stopwatch.GetTimestamp();
        if (Directory.Exists(options.Data)) throw new RehearsalException($"{options.Data} đã có; hãy chọn thư mục khác hoặc xóa nó.");
        Directory.CreateDirectory(options.Out);
        Plan plan = OfficePlan.Write(options.SamplePlan, options.Plan);
        string formSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        ChildHost host = new(options, new Dictionary<string, string>
        {
            ["PublicRequestsPerMinute"] = "1000000",
            [$"WebhookSecret__{OfficePlan.FormId}"] = formSecret,
        });
        Summary summary;
        await using (host)
        {
            await host.StartAsync();
            Disturbance disturbance = new(host, options);
            using Client client = new(host, disturbance);
            using HostClock clock = new(host, disturbance);
            Keys keys = new(host.FirstKey);
            await keys.MakeAsync(client, plan);
            Stage stage = new(plan, client, clock, keys, new Agenda(), new Tally(), options.Seed);
            YearRun year = new(stage, formSecret, view);
            double started = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await year.PlayAsync(options.Until is { } day ? Moment.On(day, 8) : YearRun.End);
            if (options.Until is null) await ReportFiles.FetchAsync(client, keys, plan.Id, options.Reports);
            double played = Stopwatch.GetElapsedTime(start).TotalSeconds;

            Book book = await Book.ReadAsync(options.Data, plan, stage.Tally);
            // The rules are about a whole year: who stopped before its end has a folder to look at, unchecked.
            IReadOnlyList<string> broken = options.Until is null ? await Checker.CheckAsync(book) : [];
            summary = Summary.Of(book, stage, year, await clock.CountAsync(), broken, new Durations(started, played, disturbance.Kills));
        }

        summary = summary.WithSeconds(Stopwatch.GetElapsedTime(start).TotalSeconds);
        await summary.WriteAsync(Path.Combine(options.Out, "summary.json"));
        return summary;
    }
}
