namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Finds a commune of the plan by its name, with or without "xã", "UBND" and accents.</summary>
internal sealed class CommuneNames
{
    private static readonly string[] Ranks = ["uy ban nhan dan ", "ubnd ", "xa ", "thi tran ", "tt ", "phuong ", "x ", "p "];
    private readonly Dictionary<string, string?> _ids = new(StringComparer.Ordinal);

    public CommuneNames(Plan plan)
    {
        foreach (Unit unit in plan.Units.Where(u => u.IsCommuneLevel))
            foreach (string name in (string[])[Folding.Fold(unit.Name), Bare(unit.Name), Folding.Fold(unit.ShortName), Bare(unit.ShortName)])
                // A name that two communes share names neither.
                _ids[name] = _ids.TryGetValue(name, out string? other) && other != unit.Id ? null : unit.Id;
    }

    /// <summary>The unit's id, or null.</summary>
    public string? Find(string text) => _ids.GetValueOrDefault(Folding.Fold(text)) ?? _ids.GetValueOrDefault(Bare(text));

    /// <summary>The first commune that a longer text names with its rank, as titles do: "DANH SÁCH ... XÃ GIA CÁT".</summary>
    public string? FindIn(string text)
    {
        string folded = $" {Folding.Fold(text)} ";
        return _ids.Where(n => n.Value is not null && Ranks[2..].Any(r => n.Key.StartsWith(r, StringComparison.Ordinal)))
            .Where(n => folded.Contains($" {n.Key} ", StringComparison.Ordinal)).OrderByDescending(n => n.Key.Length).FirstOrDefault().Value;
    }

    private static string Bare(string text)
    {
        string name = Folding.Fold(text);
        foreach (string above in (string[])[" huyen ", " tinh ", " thanh pho "])
            if (name.IndexOf(above, StringComparison.Ordinal) is > 0 and int at) name = name[..at];
        foreach (string rank in Ranks)
            if (name.StartsWith(rank, StringComparison.Ordinal)) name = name[rank.Length..];
        return name;
    }
}
