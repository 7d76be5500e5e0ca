using Microsoft.Extensions.Configuration;
using NCrontab;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Timers;

/// <summary>Reads the schedules of the app's timer functions.</summary>
internal static class TimerSchedules
{
    // The official host does not remember runs that come more often than this.
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A schedule that NCrontab refuses goes to <paramref name="refusals"/>; a function whose setting is missing goes to
    /// <paramref name="disabled"/> and stays away, alone, as on the official host.
    /// </summary>
    public static IReadOnlyList<TimerSchedule> Read(
        FunctionCatalog catalog, IConfiguration configuration, ICollection<string> refusals, ICollection<string> disabled)
    {
        List<TimerSchedule> schedules = [];
        foreach (FunctionEntry function in catalog.Functions.Where(f => f.Kind == TriggerKind.Timer))
        {
            if (Resolve(function.Schedule, configuration) is not { } expression)
            {
                disabled.Add($"{function.Name} ({function.Schedule})");
                continue;
            }

            CrontabSchedule? crontab = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions
            {
                IncludingSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6,
            });
            if (crontab is null)
                refusals.Add($"Function {function.Name}: \"{expression}\" is not an NCRONTAB schedule.");
            else
                schedules.Add(new TimerSchedule(function, crontab, function.RunOnStartup, function.UseMonitor && IsMonitored(crontab)));
        }

        return schedules;
    }

    private static string? Resolve(string schedule, IConfiguration configuration) =>
        schedule is ['%', .. var name, '%'] ? configuration[name] : schedule;

    private static bool IsMonitored(CrontabSchedule crontab)
    {
        DateTime first = crontab.GetNextOccurrence(DateTime.UnixEpoch);
        return crontab.GetNextOccurrence(first) - first >= ShortestMonitored;
    }
}
