namespace NtmServerless.Pages.Classes;

/// <summary>Says who was told and who was not, no more than the records know.</summary>
public static class TellingWords
{
    /// <summary>"Đã báo 4 đơn vị; 32 người đăng ký chưa được báo."</summary>
    public static string Sentence(Told told, VietnameseTexts texts)
    {
        if (told.Notice.Notice.Off) return Vietnamese.Begun(texts["notice.not-sent"]) + ".";
        List<string> parts = [];
        if (told.Units.Count > 0) parts.Add(texts[told.Units.All(u => u.InInbox) ? "telling.units" : "telling.units-under-way", ("count", told.Units.Count)]);
        if (told.People.Count == 0) parts.Add(texts["telling.no-people"]);
        else if (told.People.All(p => p.IsReached)) parts.Add(texts["telling.all-people", ("count", told.People.Count)]);
        Count(Reach.Messaged, "telling.messaged");
        Count(Reach.Told, "telling.told");
        Count(Reach.UnderWay, "telling.under-way");
        if (told.Left.Count() is > 0 and int left) parts.Add(texts["telling.left", ("count", left)]);
        return Vietnamese.Begun(string.Join("; ", parts)) + ".";

        void Count(Reach by, string key)
        {
            if (told.People.Count(p => p.By == by) is > 0 and int count) parts.Add(texts[key, ("count", count)]);
        }
    }

    /// <summary>How somebody heard of it, or why not.</summary>
    public static string Why(ReachedPerson p, Plan plan, VietnameseTexts texts) => p switch
    {
        { By: Reach.Told, Mark: { } mark } => texts["telling.by", ("who", mark.By), ("unit", plan.UnitName(mark.UnitId)), ("when", mark.At)],
        { By: Reach.Failed or Reach.Retried, Words: { } words } => texts["telling.why-" + Codes.Key(p.By), ("words", words)],
        _ => texts["telling.why-" + Codes.Key(p.By), ("words", "")],
    };
}
