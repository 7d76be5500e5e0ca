namespace NtmServerless.Functions.Post;

/// <summary>What letters and short messages say.</summary>
public sealed class LetterWords(VietnameseTexts texts, AppAddress app)
{
    public (string Name, object Value)[] Of(Plan plan, TrainingClass c)
    {
        string open = texts["post.not-set"];
        string[] sessions = [.. c.Sessions.Select(s => texts["post.session", ("number", s.Number), ("span", Vietnamese.Span(s.StartsAt, s.EndsAt))])];
        return
        [
            ("class", NameOf(plan, c)), ("host", NameOf(plan, c.HostUnitId)), ("lead", NameOf(plan, c.LeadUnitId)),
            ("venue", c.Announcement?.Venue ?? open), ("opens", c.Announcement?.RegistrationOpensAt ?? (object)open),
            ("closes", c.Announcement?.RegistrationClosesAt ?? (object)open),
            ("first", c.HeldSessions < c.Sessions.Count ? Vietnamese.DayAndHour(c.FirstStart) : open),
            ("sessions", sessions.Length > 0 ? string.Join("; ", sessions) : open), ("confirmed", c.Seats.Confirmed), ("least", c.Least()),
        ];
    }

    /// <summary>For the people of a class: by the day that they know, also while it is put off.</summary>
    public (string Name, object Value)[] ToPeople(Plan plan, TrainingClass c) =>
        Named(plan, c, ClassNames.InShort(ClassNames.Number(c, plan), c.HostUnitId, c.KnownDay, plan, texts));

    /// <summary>For a line of a list that was written before: by the day that the class had then, and by none where that is not known any more.</summary>
    /// <param name="day">What is kept of that day; null: nothing.</param>
    public (string Name, object Value)[] AsOf(Plan plan, TrainingClass c, DateTimeOffset at, DateOnly? day) =>
        (day ?? (at >= c.Announcement?.AnnouncedAt ? c.KnownDay : null)) is { } known
            ? Named(plan, c, ClassNames.InShort(ClassNames.Number(c, plan), c.HostUnitId, known, plan, texts))
            : Named(plan, c, ClassNames.WithoutDay(c, plan, texts));

    private (string Name, object Value)[] Named(Plan plan, TrainingClass c, string name) =>
        [.. Of(plan, c).Select(f => f.Name == "class" ? (f.Name, name) : f)];

    public (string Name, object Value)[] Of(Plan plan, StudyTour tour)
    {
        string open = texts["post.not-set"];
        return
        [
            ("tour", texts["tour.title"]), ("destination", tour.Destination ?? open),
            ("departs", tour.DepartsOn ?? (object)open), ("returns", tour.ReturnsOn ?? (object)open), ("lead", NameOf(plan, tour.LeadUnitId)),
            ("members", tour.Members), ("least", tour.MinimumMembers), ("nominations", tour.NominationsCloseAt ?? (object)open),
        ];
    }

    public (string Name, object Value)[] Of(PeriodicReport report) =>
        [("period", texts.Period(report.Period)), ("from", report.Period.From), ("to", report.Period.To)];

    public (string Name, object Value)[] Of(Plan plan, DeclaredClass d) =>
        [("declared", d.Title), ("declarer", NameOf(plan, d.UnitId)), ("held", DeclaredNames.Days(d, texts))];

    /// <summary>The product's own texts of a kind.</summary>
    public NoticeWording Original(NoticeKind kind)
    {
        string key = Codes.Key(kind);
        return new NoticeWording(
            texts["post.subject-" + key], texts["post.body-" + key], kind.TellsPeople() && texts.Has("post.short-" + key) ? texts["post.short-" + key] : null);
    }

    /// <summary>What is said: the office's own words, where it has some.</summary>
    public NoticeWording Wording(NoticeSetting setting)
    {
        NoticeWording original = Original(setting.Kind);
        string? text = original.Brief is null ? null : setting.Brief ?? original.Brief;
        return new NoticeWording(setting.Subject ?? original.Subject, setting.Body ?? original.Body, text);
    }

    public string Subject(NoticeWording wording, (string Name, object Value)[] facts) => texts.Filled(wording.Subject, facts);

    public string Body(Plan plan, PostedNotice notice, string unitId, NoticeWording wording, (string Name, object Value)[] facts)
    {
        string body = texts.Filled(wording.Body, facts);
        if (notice.Detail is { } detail) body += "\n\n" + texts["post.detail", ("detail", detail)];
        string open = app.Public is not { } address ? texts["post.open-in-app"] : texts["post.open-at",
            ("address", address + PlanLinks.Keep(PostPaths.Of(notice.About, notice.Kind), PlanOf(plan, notice.About)))];
        return texts["post.letter", ("unit", NameOf(plan, unitId)), ("body", body), ("open", open), ("issuer", plan.IssuingBody)];
    }

    // A letter may be opened when the next year's plan is the current one.
    private static PlanId? PlanOf(Plan plan, PostSubject about) => about.Kind is PostSubjectKind.Report or PostSubjectKind.Tour ? plan.Id : null;

    /// <summary>A text message to a unit: the subject alone; of one message's length, without accents.</summary>
    public string ToUnit(Plan plan, NoticeWording wording, (string Name, object Value)[] facts) => ShortMessage.Fill(
        texts["post.short-unit", ("subject", wording.Subject), ("issuer", "{issuer}")], [.. facts, ("issuer", plan.IssuingBody)], texts);

    /// <summary>A text message to a participant, by name, as families share a phone: what matters, in one message's length, without accents.</summary>
    public string ToParticipant(Plan plan, NoticeWording wording, string code, string name, (string Name, object Value)[] facts) =>
        wording.Brief is { } text ? ShortMessage.Fill(text, [.. facts, ("code", code), ("name", name)], texts) : ToUnit(plan, wording, facts);

    // Classes of one stream have one title: the number tells them apart.
    private string NameOf(Plan plan, TrainingClass c) =>
        texts["post.class-name", ("title", ClassNames.Content(c, plan)), ("number", ClassNames.Number(c, plan))];

    private static string NameOf(Plan plan, string unitId) => plan.FindUnit(unitId)?.Name ?? unitId;
}
