using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>
/// Any running hosts of the app by the same requests, in turn, so that the machine's mood hits all of them alike:
/// <c>bench -- host NAME=URL,KEY[,PID...] ...</c>. KEY is an administrator's; PIDs are the processes whose memory is told. Prints
/// medians of rounds, and ratios to the first host. Needs PublicRequestsPerMinute=1000000 and the sample plan with open classes.
/// </summary>
internal static class HostRates
{
    private const int Rounds = 3, Many = 1_000, AtATime = 32, Alone = 40, Applications = 600, RegistrationsAtATime = 64;

    private sealed record Target(string Name, Api Api, int[] Pids)
    {
        public Dictionary<string, List<double>> Figures { get; } = [];

        public void Note(string figure, double value)
        {
            if (!Figures.TryGetValue(figure, out List<double>? values)) Figures[figure] = values = [];
            values.Add(value);
        }
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.None })
        {
            Timeout = TimeSpan.FromMinutes(2),
        };
        Target[] targets = [.. arguments.Select(argument => Read(argument, http))];
        string[] paths = ["/", $"/lop/{await OpenClassAsync(targets[0])}", "/tra-cuu", "/api/health"];
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (Target target in targets)
            {
                foreach (string path in paths) await LookAsync(target, path, keep: round > 0);
                await RegisterAsync(target, keep: round > 0);
                if (round > 0) target.Note("MB resident after that", target.Pids.Sum(Megabytes));
            }
        }

        foreach (string figure in targets[0].Figures.Keys)
        {
            double first = Median(targets[0].Figures[figure]);
            Console.WriteLine($"{figure,-34}" + string.Concat(targets.Select(target => string.Create(
                CultureInfo.InvariantCulture, $"  {target.Name} {Median(target.Figures[figure]),8:0.00} ({Median(target.Figures[figure]) / first:0.00})"))));
        }

        return 0;
    }

    private static Target Read(string argument, HttpClient http)
    {
        int name = argument.IndexOf('=', StringComparison.Ordinal);
        string[] parts = argument[(name + 1)..].Split(',');
        return new Target(argument[..name], new Api(http, new Uri(parts[0]), parts[1]), [.. parts[2..].Select(pid => int.Parse(pid, CultureInfo.InvariantCulture))]);
    }

    private static async Task<string> OpenClassAsync(Target target) =>
        (await target.Api.As(null).GetAsync("/api/public/classes")).Must(HttpStatusCode.OK).Json.AsArray()[0]!["id"]!.GetValue<string>();

    private static async Task LookAsync(Target target, string path, bool keep)
    {
        Api anybody = target.Api.As(null);
        (Answer[] answers, double rate) = await Burst.RunAsync(Many, AtATime, _ => anybody.GetAsync(path));
        foreach (Answer answer in answers) answer.Must(HttpStatusCode.OK);
        double[] times = new double[Alone];
        for (int i = 0; i < Alone; i++) times[i] = await TimeAsync(() => anybody.GetAsync(path));
        string name = path.StartsWith("/lop/", StringComparison.Ordinal) ? "/lop/{id}" : path;
        if (!keep) return;
        target.Note($"{name} a second, {AtATime} at a time", rate);
        target.Note($"{name} ms alone", Median(times));
    }

    private static async Task RegisterAsync(Target target, bool keep)
    {
        string id = await RegistrationBurst.OpenAsync(target.Api, $"{target.Name} {Guid.NewGuid():N}");
        double[] times = new double[Applications];
        (Answer[] answers, double rate) = await Burst.RunAsync(Applications, RegistrationsAtATime, async i =>
        {
            Answer answer = null!;
            times[i] = await TimeAsync(async () => answer = await target.Api.As(null).PostAsync($"/api/public/classes/{id}/registrations", RegistrationBurst.Person(i)));
            return answer;
        });
        int taken = answers.Count(Burst.IsTaken);
        JsonNode roster = (await target.Api.GetAsync($"/api/classes/{id}")).Must(HttpStatusCode.OK).Json;
        if (!keep) return;
        target.Note($"registrations a second, {RegistrationsAtATime} at a time", rate);
        target.Note("registrations, ms, 99 of 100", times.Order().ElementAt(Applications * 99 / 100));
        target.Note("registrations refused", Applications - taken);
        target.Note("registrations lost", taken - roster["seats"]!["confirmed"]!.GetValue<int>() - roster["seats"]!["waitlisted"]!.GetValue<int>());
        target.Note("seats over", Math.Max(0, roster["seats"]!["confirmed"]!.GetValue<int>() - roster["seats"]!["capacity"]!.GetValue<int>()));
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        long start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Megabytes(int pid)
    {
        using Process process = Process.GetProcessById(pid);
        return process.WorkingSet64 / 1048576.0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
