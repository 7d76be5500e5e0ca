namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Reads who a person is (thành phần) out of the words of a list.</summary>
internal static class AudienceWords
{
    private static readonly Dictionary<string, Audience> Exact = Allowed(new VietnameseTexts()).ToDictionary(a => Folding.Fold(a.Word), a => a.Audience);

    // In order: the first that is contained decides. "Hội viên Hội Nông dân" is a member before he is a farmer.
    private static readonly (string Word, Audience Audience)[] Contained =
    [
        ("hop tac xa", Audience.Cooperative), ("htx", Audience.Cooperative),
        ("to hop tac", Audience.CooperativeGroup), ("tht", Audience.CooperativeGroup),
        ("phat trien thon", Audience.VillageDevelopmentBoard), ("ban phat trien", Audience.VillageDevelopmentBoard), ("bpt thon", Audience.VillageDevelopmentBoard),
        ("truong thon", Audience.VillageDevelopmentBoard), ("pho thon", Audience.VillageDevelopmentBoard), ("bi thu chi bo", Audience.VillageDevelopmentBoard),
        ("ban chi dao", Audience.CommitteeOrBoardMember), ("ban quan ly", Audience.CommitteeOrBoardMember),
        ("bcd", Audience.CommitteeOrBoardMember), ("bql", Audience.CommitteeOrBoardMember),
        ("trang trai", Audience.FarmOwner),
        ("hoi vien", Audience.UnionMember), ("doan vien", Audience.UnionMember), ("hoi nong dan", Audience.UnionMember), ("hoi phu nu", Audience.UnionMember),
        ("doan thanh nien", Audience.UnionMember), ("cuu chien binh", Audience.UnionMember), ("chi hoi", Audience.UnionMember), ("cong doan", Audience.UnionMember),
        ("ho dan", Audience.ExemplaryHousehold), ("tieu bieu", Audience.ExemplaryHousehold), ("san xuat gioi", Audience.ExemplaryHousehold), ("ho gia dinh", Audience.ExemplaryHousehold),
        ("can bo", Audience.Official), ("cong chuc", Audience.Official), ("vien chuc", Audience.Official), ("lanh dao", Audience.Official),
        ("chuyen vien", Audience.Official), ("chu tich", Audience.Official), ("bi thu", Audience.Official),
        ("khac", Audience.Other), ("nguoi dan", Audience.Other), ("nong dan", Audience.Other),
    ];

    /// <summary>The words that a list should use, in the order of the plan.</summary>
    public static IEnumerable<(Audience Audience, string Word)> Allowed(VietnameseTexts texts) =>
        Enum.GetValues<Audience>().Select(a => (a, texts.Word(a)));

    public static Audience? Find(string text)
    {
        string folded = Folding.Fold(text);
        if (Exact.TryGetValue(folded, out Audience exact)) return exact;
        string words = $" {folded} ";
        foreach ((string word, Audience audience) in Contained)
            if (words.Contains($" {word} ", StringComparison.Ordinal)) return audience;
        return null;
    }
}
