namespace NtmServerless.Rehearsal.Cast;

/// <summary>Names and ethnic groups as they are met in Lạng Sơn.</summary>
internal static class Names
{
    private static readonly (string Group, int Weight, string[] Families)[] Groups =
    [
        ("Nùng", 42, ["Hoàng", "Nông", "Vi", "Lương", "Chu", "Lâm", "Linh", "Mã", "Lý", "Hứa"]),
        ("Tày", 36, ["Hoàng", "Nông", "Đàm", "Bế", "Vi", "Lương", "Triệu", "Dương", "La", "Tô"]),
        ("Kinh", 17, ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Ngô"]),
        ("Dao", 5, ["Triệu", "Đặng", "Bàn", "Phùng", "Dương", "Lý"]),
    ];

    private static readonly string[] WomenMiddle = ["Thị", "Thị", "Thị Thu", "Thị Thanh", "Thúy", "Ngọc", "Thị Bích"];
    private static readonly string[] MenMiddle = ["Văn", "Văn", "Đình", "Minh", "Quốc", "Hữu", "Xuân", "Đức"];

    private static readonly string[] WomenGiven =
        ["Hoa", "Lan", "Hằng", "Nga", "Thảo", "Huệ", "Liên", "Mai", "Nhung", "Phượng", "Quyên", "Sen", "Thơm", "Thủy", "Tuyết", "Vân", "Xuân", "Yến", "Bình", "Chuyên"];

    private static readonly string[] MenGiven =
        ["Bảo", "Chiến", "Cường", "Dũng", "Đông", "Giang", "Hải", "Hùng", "Khánh", "Long", "Nam", "Phúc", "Quang", "Sơn", "Thắng", "Tiến", "Toàn", "Tuấn", "Vinh", "Việt"];

    public static (string FullName, string EthnicGroup) Draw(Random random, bool woman)
    {
        int at = random.Next(Groups.Sum(g => g.Weight));
        int group = 0;
        while (at >= Groups[group].Weight) at -= Groups[group++].Weight;
        string family = Pick(random, Groups[group].Families);
        string name = $"{family} {Pick(random, woman ? WomenMiddle : MenMiddle)} {Pick(random, woman ? WomenGiven : MenGiven)}";
        return (name, Groups[group].Group);
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
