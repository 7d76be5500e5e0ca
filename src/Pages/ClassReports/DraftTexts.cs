namespace NtmServerless.Pages.ClassReports;

/// <summary>Sentences of a report that the records can write: its lead unit reads and completes them.</summary>
public static class DraftTexts
{
    public static string Results(VietnameseTexts texts, Plan plan, TrainingClass c, ClassFigures figures)
    {
        string held = texts["classreport.draft-held",
            ("sessions", c.Sessions.Count), ("from", VietnamDay(c.Sessions[0])), ("to", VietnamDay(c.Sessions[^1])), ("venue", c.Announcement?.Venue ?? "")];
        string attended = texts["classreport.draft-attended",
            ("registered", figures.Registered), ("attended", figures.Attended), ("women", figures.Women), ("walkIns", figures.WalkIns)];
        string audiences = texts["classreport.draft-audiences", ("list", List(figures.ByAudience, texts.Word))];
        string communes = texts["classreport.draft-communes", ("list", List(figures.ByUnit, id => plan.FindUnit(id)?.ShortName ?? id))];
        return figures.Attended == 0 ? $"{held}\n{attended}" : $"{held}\n{attended}\n{audiences}\n{communes}";
    }

    /// <summary>The topics that the announcement names, a line each; null where it names none.</summary>
    public static string? Contents(Plan plan, TrainingClass c)
    {
        string topics = string.Join('\n', plan.Topics.Where(t => c.TopicIds.Contains(t.Id)).Select(t => $"- {t.Text}"));
        return topics.Length > 0 ? topics : null;
    }

    /// <summary>What has to be explained, session by session, with the reasons noted for single people.</summary>
    public static string? Differences(VietnameseTexts texts, ClassReportView view)
    {
        IEnumerable<string> sessions = view.Differences.Select(d =>
            texts["classreport.draft-difference", ("session", d.Session), ("signatures", d.Signatures), ("marked", d.Marked)]);
        string all = string.Join('\n', sessions.Concat(view.Notes));
        return all.Length > 0 ? all : null;
    }

    private static string VietnamDay(Session s) => Vietnamese.Date(s.StartsAt);

    private static string List(IReadOnlyDictionary<string, int> counts, Func<string, string> name) =>
        string.Join("; ", counts.OrderByDescending(c => c.Value).Select(c => $"{name(c.Key)} {Vietnamese.Number(c.Value)}"));
}
