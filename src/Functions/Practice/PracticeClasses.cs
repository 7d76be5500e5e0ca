namespace NtmServerless.Functions.Practice;

/// <summary>Opens a practice folder with three announced classes, so that there is something to try. Their hosts are sample communes.</summary>
public sealed class PracticeClasses(ClassFounding founding, ClassStore ledger, VietnameseTexts texts, TimeProvider time)
{
    public async Task OpenAsync(Plan plan, CancellationToken cancellation)
    {
        TrainingStream[] streams = [.. plan.Streams.Where(s => s.ClassCount is not null)];
        string[] hosts = [.. plan.Units.Where(u => u.IsCommuneLevel).Select(u => u.Id)];
        string anyLead = plan.FindOffice();
        for (int i = 0; i < Math.Min(3, streams.Length); i++)
        {
            ClassForm form = new()
            {
                StreamId = streams[i].Id,
                LeadUnitId = plan.UnitsOf(streams[i].Lead) is [var lead, ..] ? lead.Id : anyLead,
                HostUnitId = hosts[i * 3 % hosts.Length],
            };
            Submission founded = new($"practice/{i}", "practice", new Actor("practice"));
            TrainingClass c = await founding.FoundAsync(plan.Id, founded, null, (id, existing, _) => form.Check(id, plan, existing), cancellation);
            AnnounceForm announcement = Announcement(plan, c, i);
            await ledger.WriteAsync(c.Id, new Submission($"practice/announce/{i}", "practice", new Actor("practice")), null, (work, _) =>
            {
                work.Set(ClassDecisions.Announce(work.Class, announcement, time.GetUtcNow()).WithReportDue(WorkCalendar.OfTheLaw));
                return Task.FromResult(work.Class.Id);
            });
        }
    }

    private AnnounceForm Announcement(Plan plan, TrainingClass c, int week)
    {
        DateOnly wanted = VietnamTime.DateOf(time.GetUtcNow()).AddDays(21 + 7 * week);
        DateOnly day = FreeDays.From(wanted, plan, plan.FindStream(c.StreamId)?.Window, WorkCalendar.OfTheLaw, [0]) ?? wanted;
        return new AnnounceForm
        {
            Venue = texts["class.venue-of", ("unit", plan.FindUnit(c.HostUnitId)!.ShortName)],
            Sessions = [new(day, new(7, 30), new(11, 0)), new(day, new(13, 30), new(17, 0))],
            RegistrationClosesAt = VietnamTime.At(day.AddDays(-7), Deadlines.Evening),
        };
    }
}
