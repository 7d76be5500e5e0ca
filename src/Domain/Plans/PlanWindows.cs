using System.Globalization;

namespace NtmServerless.Domain.Plans;

/// <summary>A window of the plan and where it stands in the file.</summary>
/// <param name="Path">JSON path of the window.</param>
/// <param name="Window">Its dates.</param>
public sealed record PlannedWindow(string Path, DateWindow Window);

/// <summary>The windows of a plan, and which of them are over.</summary>
public static class PlanWindows
{
    /// <summary>Every window of the plan.</summary>
    public static IReadOnlyList<PlannedWindow> Of(Plan plan) =>
    [
        .. Listed("communicationForms", plan.CommunicationForms.Select(form => form.Window)),
        .. Listed("studyTours", plan.StudyTours.Select(tour => tour.Window)),
        .. Listed("streams", plan.Streams.Select(stream => stream.Window)),
        .. Listed("mediaTargets", plan.MediaTargets.Select(target => target.Window)),
    ];

    /// <summary>One warning (plan-window-passed) for each window that lies before the local date <paramref name="today"/>.</summary>
    public static IReadOnlyList<PlanWarning> PassedOn(Plan plan, DateOnly today) =>
    [
        .. Of(plan).Where(planned => planned.Window.HasPassed(today)).Select(planned => new PlanWarning(
            planned.Path, "plan-window-passed", new Dictionary<string, string> { ["to"] = Shown(planned.Window.To) })),
    ];

    internal static string Shown(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<PlannedWindow> Listed(string list, IEnumerable<DateWindow?> windows)
    {
        foreach ((int index, DateWindow? window) in windows.Index())
        {
            if (window is not null)
                yield return new($"$.{list}[{index}].window", window);
        }
    }
}
