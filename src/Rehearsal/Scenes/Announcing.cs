using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Year;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>Planning a class, announcing it, and what upsets its dates.</summary>
internal sealed class Announcing(Stage stage, Registering registering, Holding holding)
{
    private static readonly DateOnly PlanningDay = new(2024, 3, 18);
    private static readonly DateOnly ReplacementDay = new(2024, 6, 17);

    public void PutDown(ClassPlay play)
    {
        ClassStory story = play.Story;
        DateOnly first = story.FirstDay;
        stage.Agenda.Add(
            Moment.On(story.Number == ClassStories.Replacement ? ReplacementDay : PlanningDay, 8), Work.Planning, () => PlanAsync(play));
        stage.Agenda.Add(Moment.On(first.AddDays(-28), 9), Work.Planning, () => AnnounceAsync(play));
        registering.PutDown(play);
        if (story.Has(Twist.Cancelled))
        {
            stage.Agenda.Add(Moment.On(first.AddDays(-15), 15), Work.Planning, () => CancelAsync(play));
            return;
        }

        if (story.Has(Twist.TooFew)) stage.Agenda.Add(Moment.On(first.AddDays(-7), 9), Work.Planning, () => ExtendAsync(play));
        if (story.Has(Twist.Postponed))
        {
            stage.Agenda.Add(Moment.On(first.AddDays(-5), 16), Work.Planning, () => PostponeAsync(play, "Đường vào xã bị sạt lở do mưa lớn."));
            stage.Agenda.Add(Moment.On(first.AddDays(-3), 9), Work.Planning, () => RescheduleAsync(play, first.AddDays(21)));
            holding.PutDown(play, first.AddDays(21), 1, 1);
        }
        else if (story.Has(Twist.Flooded))
        {
            holding.PutDown(play, first, 1, 1);
            stage.Agenda.Add(Moment.On(first, 18), Work.Planning, () => PostponeAsync(play, "Nước lũ dâng cao, hội trường phải đóng cửa."));
            stage.Agenda.Add(Moment.On(first.AddDays(2), 9), Work.Planning, () => RescheduleAsync(play, first.AddDays(15)));
            holding.PutDown(play, first.AddDays(15), 3, 1);
        }
        else
        {
            holding.PutDown(play, first, 1, story.Days);
        }
    }

    private async Task PlanAsync(ClassPlay play)
    {
        ClassStory story = play.Story;
        Answer made = (await stage.Client.PostAsync($"api/plans/{stage.Plan.Id}/classes", new
        {
            story.StreamId,
            story.LeadUnitId,
            story.HostUnitId,
            TopicIds = stage.Plan.Topics.Select(t => t.Id).Where((_, i) => (i + story.Number) % 2 == 0).ToArray(),
            PriorityReleaseAt = story.HasPrioritySeats ? Moment.On(story.FirstDay.AddDays(-13), 17) : (DateTimeOffset?)null,
        }, stage.Keys[story.LeadUnitId])).Must(201);
        play.ClassId = made.Text("id");
        stage.Tally.Count("classesPlanned");
    }

    private async Task AnnounceAsync(ClassPlay play)
    {
        DateOnly first = play.Story.FirstDay;
        await PostAsync(play, "announce", new
        {
            Number = $"{play.Story.Number:00}/TB-VPĐP",
            Venue = Venue(play),
            Sessions = Sessions(first, play.Story.Days),
            RegistrationOpensAt = Moment.On(first.AddDays(-26), 7),
            RegistrationClosesAt = Moment.On(first.AddDays(-8), 17),
        });
        stage.Tally.Count("classesAnnounced");
    }

    private async Task ExtendAsync(ClassPlay play)
    {
        await PostAsync(play, "extend", new { RegistrationClosesAt = Moment.On(play.Story.FirstDay.AddDays(-3), 17) });
        stage.Tally.Count("classesExtended");
    }

    private async Task PostponeAsync(ClassPlay play, string reason)
    {
        await PostAsync(play, "postpone", new { reason });
        stage.Tally.Count("classesPostponed");
    }

    private async Task RescheduleAsync(ClassPlay play, DateOnly first)
    {
        await PostAsync(play, "reschedule", new
        {
            Venue = Venue(play),
            Sessions = Sessions(first, 1),
            RegistrationClosesAt = Moment.On(first.AddDays(-7), 17),
        });
        stage.Tally.Count("classesRescheduled");
    }

    private async Task CancelAsync(ClassPlay play)
    {
        await PostAsync(play, "cancel", new { reason = "Trùng lịch đại hội của tổ chức; tổ chức lớp khác thay thế." });
        stage.Tally.Count("classesCancelled");
    }

    private async Task PostAsync(ClassPlay play, string act, object form) =>
        (await stage.Client.PostAsync($"{play.Path}/{act}", form, stage.Keys[play.Story.LeadUnitId])).Must(200);

    private string Venue(ClassPlay play)
    {
        Domain.Units.Unit host = stage.Plan.FindUnit(play.Story.HostUnitId)!;
        return $"Hội trường UBND {char.ToLowerInvariant(host.ShortName[0])}{host.ShortName[1..]}";
    }

    private static object[] Sessions(DateOnly first, int days) =>
    [
        .. Enumerable.Range(0, days).SelectMany(d => (object[])
        [
            new { Date = first.AddDays(d), From = "07:30:00", To = "11:00:00" },
            new { Date = first.AddDays(d), From = "13:30:00", To = "17:00:00" },
        ]),
    ];
}
