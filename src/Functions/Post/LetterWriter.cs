namespace NtmServerless.Functions.Post;

/// <summary>Looks up whom a message goes to and what it is about, and writes it.</summary>
public sealed class LetterWriter(
    PostStore records, PlanActs plans, ClassReader classes, TourStore tours, PeriodicReportStore reports, DeclarationStore declarations,
    LetterWords words, NoticeSettingStore settings, IAttachmentSource attachments)
{
    /// <summary>The letter; null when there is nobody to send it to any more.</summary>
    public async Task<Letter?> WriteAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(message.PlanId, cancellation);
        PostedNotice notice = await records.NoticeAsync(message, cancellation);
        TrainingClass? c = notice.About.Kind == PostSubjectKind.Class ? await classes.GetAsync(new(notice.About.Id), cancellation) : null;
        StudyTour? tour = notice.About.Kind == PostSubjectKind.Tour ? await tours.GetAsync(plan.Id, new(notice.About.Id), cancellation) : null;
        PeriodicReport? report = notice.About.Kind == PostSubjectKind.Report ? await reports.GetAsync(plan.Id, new(notice.About.Id), cancellation) : null;
        DeclaredClass? declared = notice.About.Kind == PostSubjectKind.Declaration
            ? await declarations.GetAsync(plan.Id, new(notice.About.Id), cancellation) : null;
        if (await AddressAsync(message, cancellation) is not var (to, name)) return null;

        (string Name, object Value)[] facts =
            c is not null && message.Channel == MessageChannel.Webhook ? words.ToPeople(plan, c)
            : c is not null ? words.Of(plan, c) : tour is not null ? words.Of(plan, tour) : report is not null ? words.Of(report)
            : declared is not null ? words.Of(plan, declared) : [];
        NoticeWording wording = words.Wording((await settings.OfPlanAsync(plan.Id, cancellation)).Of(notice.Kind));
        if (message.Channel == MessageChannel.Webhook)
        {
            string text = message.UnitId is null ? words.ToParticipant(
                plan, wording, message.Registration!, name!, [.. facts, ("text", notice.Detail ?? "")]) : words.ToUnit(plan, wording, facts);
            return new Letter(to, "", text, []);
        }

        Letter letter = new(to, words.Subject(wording, facts), words.Body(plan, notice, message.UnitId!, wording, facts), []);
        return await WithAttachmentsAsync(letter, plan, notice, cancellation);
    }

    private async Task<Letter> WithAttachmentsAsync(Letter letter, Plan plan, PostedNotice notice, CancellationToken cancellation)
    {
        List<LetterAttachment> found = [];
        foreach (string id in notice.Attachments ?? [])
        {
            if (await attachments.FindAsync(plan.Id, id, cancellation) is not var (name, type, content)) return letter with { MissingAttachment = id };
            found.Add(new LetterAttachment(name, type, content));
        }

        return letter with { Attachments = found };
    }

    /// <summary>Where it goes, and the name of the person; a unit has none here.</summary>
    private async Task<(string To, string? Name)?> AddressAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.UnitId is { } unit)
        {
            UnitContacts contacts = await records.ContactsAsync(message.PlanId, unit, cancellation);
            return (message.Channel == MessageChannel.Email ? contacts.Emails : contacts.Phones).ElementAtOrDefault(message.AddressNumber) is { } known
                ? (known, null) : null;
        }

        if (message.About.Kind == PostSubjectKind.Tour)
            return await tours.FindMemberAsync(message.PlanId, new(message.About.Id), message.Registration!, cancellation) is { Phone: { } number } member
                ? (number, member.FullName) : null;
        Registration? r = await classes.FindRegistrationAsync(new(message.About.Id), message.Registration!, cancellation);
        return r is { AnonymisedAt: null, Applicant.Phone: { } phone } && PostRules.Tells(message.Kind, r) ? (phone, r.Applicant.FullName) : null;
    }
}
