namespace NtmServerless.Pages.Classes;

/// <summary>A step on the life line of a class.</summary>
/// <param name="Key">Names its text: <c>class.life-…</c>.</param>
/// <param name="When">The line beneath; null where nothing is known.</param>
internal sealed record LifeStep(string Key, string? When, bool Past, bool Now);

/// <summary>The few steps by which everybody knows how far a class is; <see cref="ClassTimeline"/> has all that happened.</summary>
internal static class LifeSteps
{
    private static readonly string[] All = ["plan", "announce", "register", "list", "hold", "report", "close"];

    public static IReadOnlyList<LifeStep> Of(TrainingClass c, Plan plan, VietnameseTexts texts, DateTimeOffset now)
    {
        List<string> steps = [.. All];
        int at = PlaceOf(c);
        if (c.Stage is ClassStage.Postponed or ClassStage.Cancelled)
        {
            steps.Insert(at, c.Stage == ClassStage.Postponed ? "dates" : "cancel");
            // After a cancellation nothing comes any more.
            if (c.Stage == ClassStage.Cancelled) steps.RemoveRange(at + 1, steps.Count - at - 1);
        }

        bool over = c.Stage == ClassStage.Closed;
        return [.. steps.Select((key, i) => new LifeStep(key, When(key, c, plan, texts, now, i < at), i < at || over, i == at))];
    }

    // The step that the class is at; of one that was called off, the place where it left the line.
    private static int PlaceOf(TrainingClass c) => c.Stage switch
    {
        ClassStage.Planned => 1,
        ClassStage.Announced or ClassStage.Registering => 2,
        ClassStage.Confirmed or ClassStage.Holding => 4,
        ClassStage.Reporting when HoldingFacts.IsUnconfirmed(c) && c.Report.Stage != ClassReportStage.Submitted => 4,
        ClassStage.Reporting => c.Report.Stage == ClassReportStage.Submitted ? 6 : 5,
        ClassStage.Closed => 6,
        ClassStage.Postponed when c.Interrupted => 4,
        _ => c.Announcement is null ? 1 : 2,
    };

    private static string? When(string key, TrainingClass c, Plan plan, VietnameseTexts texts, DateTimeOffset now, bool past)
    {
        // What a class that was called off had before it does not come any more on those days.
        bool off = c.Stage is ClassStage.Postponed or ClassStage.Cancelled && !past;
        return key switch
        {
            "plan" => texts["class.life-year", ("year", $"{plan.Year}")],
            "announce" => c.Announcement?.AnnouncedAt.Short(),
            "dates" => texts[c.Interrupted ? "class.interrupted" : "class.life-no-day", ("held", c.HeldSessions), ("all", c.Sessions.Count)],
            "cancel" => c.CancelledAt?.Short(),
            _ when off || c.Announcement is null => null,
            "register" => c.Announcement.RegistrationOpensAt > now
                ? texts["class.life-opens", ("day", c.Announcement.RegistrationOpensAt.Short())]
                : $"{c.Announcement.RegistrationOpensAt.Short()} – {c.Announcement.RegistrationClosesAt.Short()}",
            "list" when past => texts["class.life-count", ("count", c.Seats.Confirmed), ("day", c.Announcement.RegistrationClosesAt.Short())],
            "list" => c.Announcement.RegistrationClosesAt.Short(),
            "hold" => Hold(c, texts, now),
            "report" => c.Report.SubmittedAt is { } sent && c.Report.Stage != ClassReportStage.Returned
                ? sent.Short() : texts["class.life-until", ("day", Deadlines.ReportDue(c).Short())],
            _ => c.Report.ApprovedAt?.Short() ?? texts["class.life-approved"],
        };
    }

    private static string Hold(TrainingClass c, VietnameseTexts texts, DateTimeOffset now)
    {
        DateOnly first = VietnamTime.DateOf(c.Sessions[0].StartsAt);
        if (c.Stage == ClassStage.Holding && c.Sessions.FirstOrDefault(s => s.EndsAt > now) is { } session)
            return texts["class.life-session", ("day", session.StartsAt.Short()), ("number", session.Number), ("all", c.Sessions.Count)];
        return first == c.LastDay ? first.Short() : $"{first.Short()} – {c.LastDay.Short()}";
    }
}
