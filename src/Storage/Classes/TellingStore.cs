namespace NtmServerless.Storage.Classes;

/// <summary>Whom the notices of a class reached: put together of the class's own records and of what the post knows.</summary>
public sealed class TellingStore(ClassStore ledger, ClassReader records, PostStore post, PostOffice office)
{
    /// <summary>Every notice of the class that is for its people, oldest first.</summary>
    /// <param name="registrations">All registrations of the class.</param>
    public async Task<IReadOnlyList<Told>> OfAsync(TrainingClass c, IReadOnlyList<Registration> registrations, CancellationToken cancellation) =>
        await ToldAsync(c, await records.KeptNoticesAsync(c.Id, cancellation), registrations,
            await records.TellingsAsync(c.Id, cancellation), _ => true, cancellation);

    /// <summary>Within a command: those that somebody has to see to.</summary>
    /// <param name="changed">A registration that this command changed itself: the table still shows its old state.</param>
    private async Task<IReadOnlyList<Told>> OfAsync(ClassWork work, CancellationToken cancellation, Registration? changed = null)
    {
        IReadOnlyList<Registration> people = await work.RegistrationsAsync(cancellation);
        if (changed is not null) people = [.. people.Select(r => r.Code == changed.Code ? changed : r)];
        return await ToldAsync(
            work.Class, await work.NoticesAsync(cancellation), people, await work.TellingsAsync(cancellation), n => n.Kind.MustReachPeople(), cancellation);
    }

    /// <summary>Looks again who is still to be told: a message came back, or a person left. Nothing is written where that is as it was.</summary>
    public Task RecountAsync(ClassId classId) => ledger.WriteAsync(classId, Submission.OfStep("recount-told"), null, async (work, cancellation) =>
    {
        Set(work, TellingRules.Open(await OfAsync(work, cancellation)));
        return true;
    });

    /// <summary>Within a command that takes somebody off the list: that person need not be told any more.</summary>
    /// <param name="gone">As it is now; the table still shows its old state.</param>
    public async Task LeavesAsync(ClassWork work, Registration gone, CancellationToken cancellation)
    {
        if (work.Class.Untold.Count > 0) Set(work, TellingRules.Open(await OfAsync(work, cancellation, gone)));
    }

    /// <summary>Within a command of an officer: ticks people of one notice off, or takes ticks away.</summary>
    /// <param name="mark">Gives the new ticks, out of whom the notice is about and the ticks that stand.</param>
    /// <exception cref="RecordMissingException">The class has no such notice for its people.</exception>
    public async Task<Told> MarkAsync(ClassWork work, string noticeId, Func<Told, TellingSheet, TellingSheet> mark, CancellationToken cancellation)
    {
        IReadOnlyList<KeptNotice> notices = await work.NoticesAsync(cancellation);
        IReadOnlyList<Registration> people = await work.RegistrationsAsync(cancellation);
        IReadOnlyList<TellingSheet> sheets = await work.TellingsAsync(cancellation);
        IReadOnlyList<Told> before = await ToldAsync(work.Class, notices, people, sheets, _ => true, cancellation);
        Told meant = before.FirstOrDefault(t => t.Notice.Id == noticeId) ?? throw new RecordMissingException("notice");
        TellingSheet sheet = mark(meant, sheets.FirstOrDefault(s => s.NoticeId == noticeId) ?? TellingSheet.Empty(noticeId));
        work.Put(sheet);
        IReadOnlyList<Told> after = await ToldAsync(
            work.Class, notices, people, [.. sheets.Where(s => s.NoticeId != noticeId), sheet], n => n.Kind.MustReachPeople(), cancellation);
        Set(work, TellingRules.Open(after));
        return meant;
    }

    // Keeps what is still to be told, if it is not what stood there.
    private static void Set(ClassWork work, IReadOnlyList<OpenTelling> open)
    {
        if (!Same(work.Class.Untold, open)) work.Set(work.Class with { Untold = open });
    }

    private static bool Same(IReadOnlyList<OpenTelling> one, IReadOnlyList<OpenTelling> other) => one.Count == other.Count && one.Zip(other).All(p =>
        p.First.NoticeId == p.Second.NoticeId && p.First.Left.Count == p.Second.Left.Count
        && p.First.Left.All(l => p.Second.Left.TryGetValue(l.Key, out int count) && count == l.Value));

    private async Task<IReadOnlyList<Told>> ToldAsync(
        TrainingClass c, IReadOnlyList<KeptNotice> notices, IReadOnlyList<Registration> people, IReadOnlyList<TellingSheet> sheets,
        Func<Notice, bool> wanted, CancellationToken cancellation)
    {
        // A class tells its people some ten things in its life: their rows are asked for together.
        return await Task.WhenAll(notices.Where(n => n.Notice.Kind.TellsPeople() && wanted(n.Notice)).Select(async kept =>
        {
            (Posting posting, int place) = ClassKeys.PostingOf(c, kept);
            (bool posted, IReadOnlyList<OutgoingMessage> messages) = await post.OfNoticeAsync(posting, place, cancellation);
            return TellingRules.Of(kept, notices, people, sheets.FirstOrDefault(s => s.NoticeId == kept.Id), posted, office.SendsMessages, messages);
        }));
    }
}
