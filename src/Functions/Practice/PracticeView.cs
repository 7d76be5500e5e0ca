using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Practice;

/// <summary>Collects what the page of the practice clock shows: what falls due next, and what happened on the way of a move.</summary>
public sealed class PracticeView(
    AnnouncedClasses classes, PlanStore plans, PeriodicReportStore reports, PostStore post, HostClock host, IConfiguration configuration, NtmOptions options,
    TimeProvider time)
{
    // Where the app answers on its own PC unless it was told otherwise.
    private const int UsualPort = 7071;
    private const int DueShown = 5;

    // 2100 in Unix time; what an address names beyond it was typed by hand.
    private const long Latest = 4_102_444_800;

    public async Task<PracticeClock> OfAsync(HttpRequest request)
    {
        Officer? officer = request.HttpContext.Features.Get<Officer>();
        if (!options.Practice || officer?.Caller.Role != Role.Administrator) return new PracticeClock(null, [], null);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        IReadOnlyList<ClassOfPlan> all = await classes.AllAsync(cancellation);
        // Where every host says that it answers; over the office's network the port is another one.
        int port = new HostString(configuration["WEBSITE_HOSTNAME"] ?? "").Port ?? UsualPort;
        ClockWay? way = Moment(request, PracticePaths.FromParameter) is { } from && Moment(request, PracticePaths.ToParameter) is { } to && from < to
            ? await WayAsync(officer, all, from, to, cancellation)
            : null;
        return new PracticeClock(new ClockHand(host.IsMovable, port, host.Folder), Due(all, time.GetUtcNow()), way);
    }

    private static ClassDue[] Due(IEnumerable<ClassOfPlan> all, DateTimeOffset now) =>
    [
        .. all.Select(c => (Class: c, Next: ClassChecklist.Next(c.Class)))
            .Where(c => c.Next?.DueAt > now)
            .OrderBy(c => c.Next!.DueAt).ThenBy(c => c.Class.Class.Id, StringComparer.Ordinal)
            .GroupBy(c => c.Next!.DueAt)
            .Take(DueShown)
            .Select(g => new ClassDue(g.First().Class, g.First().Next!, g.Count() - 1)),
    ];

    private async Task<ClockWay> WayAsync(
        Officer officer, IReadOnlyList<ClassOfPlan> all, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        bool isMoving = await host.IsMovingAsync(cancellation);
        List<PeriodicReport> asked = [];
        List<InboxEntry> inbox = [];
        List<OutgoingMessage> messages = [];
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            asked.AddRange(await reports.OfPlanAsync(plan.Id, cancellation));
            inbox.AddRange((await post.InboxAsync(plan.Id, officer.Caller.UnitId, cancellation)).Where(e => e.At > from && e.At <= to));
            messages.AddRange((await post.MessagesAsync(plan.Id, null, cancellation)).Where(m => m.PostedAt > from && m.PostedAt <= to));
        }

        return new ClockWay(
            from, to, isMoving, OnTheWay.Of(all, from, to), OnTheWay.Of(asked, from, to), inbox.Count,
            messages.Count(m => m.SentAt is not null), messages.Count(m => m.SentAt is null));
    }

    private static DateTimeOffset? Moment(HttpRequest request, string parameter) =>
        request.Query[parameter] is [{ } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds < Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
