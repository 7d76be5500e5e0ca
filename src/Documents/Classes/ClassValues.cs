namespace NtmServerless.Documents.Classes;

/// <summary>What a template can say about a class. What is not known yet stays empty.</summary>
internal static class ClassValues
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static Dictionary<string, string> Of(ClassFile file, string issuer, VietnameseTexts texts)
    {
        (Plan plan, TrainingClass c) = file;
        TrainingStream? stream = plan.FindStream(c.StreamId);
        Session[] ahead = [.. Ahead(c)];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["class"] = NameOf(c),
            ["class-title"] = c.Title,
            ["class-number"] = $"{c.Number}",
            ["stream"] = stream?.DisplayTitle ?? "",
            ["basis"] = PlanBasis.Of(plan),
            ["committee"] = plan.IssuingBody,
            ["lead"] = Name(plan, c.LeadUnitId),
            ["host"] = Name(plan, c.HostUnitId),
            ["partners"] = stream?.Partners.Text ?? string.Join(", ", c.PartnerUnitIds.Select(id => plan.FindUnit(id)?.ShortName).OfType<string>()),
            ["venue"] = c.Announcement?.Venue ?? "",
            ["sessions-count"] = ahead.Length == 0 ? "" : WrittenNumber.Of(ahead.Length),
            ["first-day"] = ahead is [var first, ..] ? WrittenDate.WithWeekday(VietnamTime.DateOf(first.StartsAt)) : "",
            ["last-day"] = ahead is [.., var last] ? WrittenDate.WithWeekday(VietnamTime.DateOf(last.EndsAt)) : "",
            ["span"] = ahead is [var from, ..] ? WrittenDate.Span(VietnamTime.DateOf(from.StartsAt), VietnamTime.DateOf(ahead[^1].EndsAt)) : "",
            ["audience"] = AudienceOf(c, stream, texts),
            ["seats"] = WrittenNumber.Of(c.Seats.Capacity),
            ["seats-words"] = NumberWords.Of(c.Seats.Capacity),
            ["held-seats"] = c.Seats.HeldForPriority > 0 ? WrittenNumber.Of(c.Seats.HeldForPriority) : "",
            ["opens"] = Moment(c.Announcement?.RegistrationOpensAt),
            ["closes"] = Moment(c.Announcement?.RegistrationClosesAt),
            ["announcement"] = c.Announcement?.Number ?? "",
            ["topics-line"] = string.Join("; ", Topics(plan, c)),
            ["issuer"] = issuer,
            ["year"] = $"{plan.Year}",
        };
    }

    /// <summary>Sessions still to be held: all, or what is left of an interrupted class.</summary>
    public static IEnumerable<Session> Ahead(TrainingClass c) => c.Sessions.Skip(c.HeldSessions);

    /// <summary>Topics of the class in the plan's words; those of the whole plan where the class names none.</summary>
    public static IEnumerable<string> Topics(Plan plan, TrainingClass c) =>
        plan.Topics.Where(t => c.TopicIds.Count == 0 || c.TopicIds.Contains(t.Id)).Select(t => t.Text.TrimEnd('.', ';'));

    /// <summary>"lớp tập huấn ..." in the middle of a sentence, whatever the title begins with.</summary>
    public static string NameOf(TrainingClass c)
    {
        string title = VietnameseCase.Inside(c.Title);
        string classWord = Words["label.class"];
        if (title.StartsWith(classWord, StringComparison.Ordinal)) return title;
        return title.StartsWith(Words["label.training"], StringComparison.Ordinal) ? $"{classWord} {title}" : $"{classWord} “{c.Title}”";
    }

    /// <summary>"7 giờ 30 ngày 05/3/2024".</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment is { } m ? $"{Vietnamese.Hour(m)} ngày {WrittenDate.InText(VietnamTime.DateOf(m))}" : "";

    public static string Name(Plan plan, string unitId) => plan.FindUnit(unitId)?.Name ?? unitId;

    private static string AudienceOf(TrainingClass c, TrainingStream? stream, VietnameseTexts texts)
    {
        if (c.Audiences.Count == 0) return Words["label.everybody"];
        bool asPlanned = stream is { AudienceText: not null } && stream.Audiences.SequenceEqual(c.Audiences);
        return asPlanned ? VietnameseCase.Inside(stream!.AudienceText!) : string.Join("; ", c.Audiences.Select(a => VietnameseCase.Inside(texts.Word(a))));
    }
}
