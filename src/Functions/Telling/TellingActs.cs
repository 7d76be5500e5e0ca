namespace NtmServerless.Functions.Telling;

/// <summary>Tells the people of a class something: who was reached, who was rung, a message of one's own.</summary>
public sealed class TellingActs(
    ClassStore ledger, ClassReader records, TellingStore tellings, PlanActs plans, LetterWords words, NoticeSettingStore settings,
    PostChannels channels, AuditTrail audit, VietnameseTexts texts, TimeProvider time)
{
    /// <summary>Whom the notices of a class reached, as far as the caller may see its people, newest first; the look is in the audit trail.</summary>
    public async Task<(TrainingClass Class, IReadOnlyList<Told> Told)> ReadAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        IReadOnlyList<Registration> people = await records.RegistrationsAsync(classId, cancellation);
        int seen = people.Count(r => caller.MaySee(c, r));
        if (seen == 0 && !caller.MayTakeAttendance(c) && caller.Role is not Role.Commune) throw new ForbiddenException();
        IReadOnlyList<Told> told = await tellings.OfAsync(c, people, cancellation);
        await audit.WriteAsync(Actor.Of(caller), "telling-read", classId, seen, cancellation);
        return (c, [.. told.Reverse().Select(t => t.Of(r => caller.MaySee(c, r)))]);
    }

    /// <summary>Ticks people off, or takes ticks away: whoever may register them may tell them.</summary>
    /// <returns>How many the request was about.</returns>
    public async Task<int> MarkAsync(ClassId classId, Ask<TellForm> ask)
    {
        (string notice, IReadOnlyList<string> codes) = ask.Form.Check();
        int count = await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            ToldMark mark = new(time.GetUtcNow(), ask.Caller.UnitId, ask.Caller.Name);
            int about = 0;
            await tellings.MarkAsync(work, notice, (told, sheet) =>
            {
                IReadOnlyList<string> meant = Meant(work.Class, told, ask, codes);
                about = meant.Count;
                return ask.Form.Undo ? sheet.Without(meant) : sheet.With(meant, mark);
            }, cancellation);
            return about;
        });
        await audit.WriteAsync(Actor.Of(ask.Caller), ask.Form.Undo ? "people-not-told" : "people-told", classId, count, ask.Cancellation);
        return count;
    }

    /// <summary>Whom a message would be for, and what it would say; nothing is sent or kept.</summary>
    public async Task<MessageTry> TryAsync(ClassId classId, Caller caller, OwnMessageForm form, CancellationToken cancellation)
    {
        (string text, MessageGroup group) = form.Check();
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayRun(c)) throw new ForbiddenException();
        IReadOnlyList<Registration> people = OwnMessages.For(await records.RegistrationsAsync(classId, cancellation), group, form.UnitId);
        Notice notice = OwnMessages.Write(c, people, text);
        string longest = await LongestAsync(c, people, text, cancellation);
        return new MessageTry(longest, people.Count, channels.Webhook ? notice.Concerned!.Sum(p => p.WithPhone) : 0, notice.ToUnits.Count, channels.Webhook);
    }

    /// <summary>Sends it by every way that there is, and opens the list of those whom none reaches.</summary>
    public async Task<TrainingClass> WriteAsync(ClassId classId, Ask<OwnMessageForm> ask)
    {
        (string text, MessageGroup group) = ask.Form.Check();
        TrainingClass sent = await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayRun(work.Class)) throw new ForbiddenException();
            IReadOnlyList<Registration> people = OwnMessages.For(await work.RegistrationsAsync(cancellation), group, ask.Form.UnitId);
            Notice notice = OwnMessages.Write(work.Class, people, text);
            await LongestAsync(work.Class, people, text, cancellation);
            work.Tell([notice]);
            return work.Class;
        });
        await audit.WriteAsync(Actor.Of(ask.Caller), "people-written-to", classId, 1, ask.Cancellation);
        return sent;
    }

    /// <summary>The news of one notice, ready to be passed on.</summary>
    public async Task<ReadyTexts> TextsAsync(Plan plan, TrainingClass c, Told told, string? telephone, CancellationToken cancellation)
    {
        Notice notice = told.Notice.Notice;
        (string Name, object Value)[] facts = [.. words.Of(plan, c), ("text", notice.Detail ?? ""), ("place", PlaceOf(plan, c))];
        string say = texts.Filled(texts["telling.say-" + Codes.Key(notice.Kind)], facts);
        if (notice.Detail is { } reason && notice.Kind != NoticeKind.ClassMessage) say += " " + texts["telling.reason", ("reason", reason)];
        // Read aloud, the sentence has to end before the next begins.
        if (!say.EndsWith('.') && !say.EndsWith('!') && !say.EndsWith('?') && !say.EndsWith('…')) say += ".";
        string ask = telephone is null ? plan.UnitName(c.LeadUnitId) : texts["telling.ask-at", ("unit", plan.UnitName(c.LeadUnitId)), ("telephone", telephone)];
        NoticeWording wording = words.Wording((await settings.OfPlanAsync(plan.Id, cancellation)).Of(notice.Kind));
        return new ReadyTexts(
            texts["telling.group-text", ("unit", plan.UnitName(c.LeadUnitId)), ("say", say), ("ask", ask)],
            texts["telling.loudspeaker-text", ("unit", plan.UnitName(c.LeadUnitId)), ("say", say), ("ask", ask)],
            // Nobody's own: the code opens a registration, and who reads this may be of another commune.
            words.ToParticipant(
                plan, wording, texts["telling.any-code"], texts["telling.any-name"], [.. words.ToPeople(plan, c), ("text", notice.Detail ?? "")]));
    }

    /// <summary>How many letters a message of one's own has beside what is typed: for who has the longest name.</summary>
    public async Task<int> BesideAsync(Plan plan, TrainingClass c, IReadOnlyList<Registration> people, CancellationToken cancellation)
    {
        if (people.MaxBy(r => r.Applicant.FullName.Length) is not { } longest) return 0;
        NoticeWording wording = words.Wording((await settings.OfPlanAsync(plan.Id, cancellation)).Of(NoticeKind.ClassMessage));
        return words.ToParticipant(plan, wording, longest.Code, longest.Applicant.FullName, [.. words.ToPeople(plan, c), ("text", "")]).Length;
    }

    // Halls are often called by their commune: then it is not said twice.
    private static string PlaceOf(Plan plan, TrainingClass c)
    {
        string venue = c.Announcement?.Venue ?? "";
        return plan.FindUnit(c.HostUnitId) is not { } host || Folding.Fold(venue).Contains(Folding.Fold(host.PlaceName), StringComparison.Ordinal)
            ? venue : $"{venue}, {host.ShortName}";
    }

    // The longest name decides: each person's message has to fit.
    private async Task<string> LongestAsync(TrainingClass c, IReadOnlyList<Registration> people, string text, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        NoticeWording wording = words.Wording((await settings.OfPlanAsync(plan.Id, cancellation)).Of(NoticeKind.ClassMessage));
        Registration longest = people.MaxBy(r => r.Applicant.FullName.Length)!;
        string plain = ShortMessage.Plain(text);
        if (Filled(plain) is { } message) return message;
        int over = Math.Max(1, plain.Length - ShortMessage.Longest);
        while (over < plain.Length && Filled(plain[..^over].TrimEnd()) is null) over++;
        throw new InvalidInputException("text", "message-too-long", ("most", ShortMessage.Longest), ("over", over));

        // What was written by hand is never shortened but where nothing else is left to be; null where it is.
        string? Filled(string written)
        {
            string filled = words.ToParticipant(plan, wording, longest.Code, longest.Applicant.FullName, [.. words.ToPeople(plan, c), ("text", written)]);
            return filled.Contains(written, StringComparison.Ordinal) ? filled : null;
        }
    }

    private static IReadOnlyList<string> Meant(TrainingClass c, Told told, Ask<TellForm> ask, IReadOnlyList<string> codes)
    {
        if (ask.Form.All) return [.. told.Left.Where(p => ask.Caller.MayRegister(c, p.Person.Applicant.UnitId)).Select(p => p.Person.Code)];
        foreach (string code in codes)
        {
            ReachedPerson meant = told.People.FirstOrDefault(p => p.Person.Code == code) ?? throw new RecordMissingException("registration");
            if (!ask.Caller.MayRegister(c, meant.Person.Applicant.UnitId)) throw new ForbiddenException();
        }

        return codes;
    }
}
