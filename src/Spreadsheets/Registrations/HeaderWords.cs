using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>The words that stand over the columns of lists, in the spellings that communes use, folded.</summary>
internal static partial class HeaderWords
{
    private static readonly Dictionary<string, RosterColumn> Words = new(StringComparer.Ordinal);

    static HeaderWords()
    {
        Add(RosterColumn.FullName, "ho va ten", "ho ten", "hoten", "ten", "ho", "ho va chu dem", "ho dem", "ho va ten dem", "ho va dem",
            "ten hoc vien", "ho ten hoc vien", "ho va ten hoc vien", "ho va ten nguoi dang ky", "ho va ten nguoi tham gia", "ho va ten dai bieu", "hoc vien");
        Add(RosterColumn.Birth, "nam sinh", "ngay sinh", "sinh nam", "ngay thang nam sinh", "ngay sinh nam sinh", "ngay thang sinh", "sinh ngay", "ns", "namsinh", "ngaysinh");
        Add(RosterColumn.Sex, "gioi tinh", "gt", "gioi", "nam nu", "gioitinh", "phai");
        Add(RosterColumn.Male, "nam");
        Add(RosterColumn.Female, "nu");
        Add(RosterColumn.EthnicGroup, "dan toc", "dt toc");
        Add(RosterColumn.Phone, "sdt", "so dien thoai", "dien thoai", "so dt", "dt", "dien thoai lien he", "so dien thoai lien he", "dtdd", "di dong", "phone", "sđt", "zalo");
        Add(RosterColumn.Village, "thon", "ban", "xom", "thon ban", "thon xom", "thon to dan pho", "to dan pho", "khu", "khu pho", "khoi", "khoi pho",
            "thon khu pho", "thon khoi pho", "thon ban khu pho", "thon khu", "ten thon", "thon ban to dan pho", "ap", "buon");
        Add(RosterColumn.Commune, "xa", "xa thi tran", "xa phuong", "xa phuong thi tran", "phuong xa", "ten xa", "ubnd xa", "phuong", "thi tran");
        Add(RosterColumn.Address, "dia chi", "noi o", "cho o", "noi cu tru", "dia chi thuong tru", "noi o hien nay", "thuong tru", "cho o hien nay", "ho khau thuong tru");
        Add(RosterColumn.Audience, "thanh phan", "doi tuong", "chuc vu", "chuc danh", "thanh phan doi tuong", "doi tuong tham gia", "thanh phan tham gia",
            "thanh phan tham du", "doi tuong tham du", "chuc vu chuc danh", "nghe nghiep", "chuc vu thanh phan");
        Add(RosterColumn.Organisation, "don vi", "to chuc", "don vi to chuc", "don vi cong tac", "co quan", "co quan don vi", "noi cong tac", "to chuc don vi", "chi hoi");
        Add(RosterColumn.Known, "stt", "tt", "so tt", "so thu tu", "ghi chu", "ky nhan", "ky ten", "chu ky");
    }

    /// <summary>What a cell of a header names; null where it is not known. What stands in brackets and stars does not count.</summary>
    public static RosterColumn? Find(string text)
    {
        string folded = Folding.Fold(Brackets().Replace(text, " "));
        if (Words.TryGetValue(folded, out RosterColumn column)) return column;
        string? beginning = Words.Keys.Where(w => w.Contains(' ', StringComparison.Ordinal) && folded.StartsWith(w + " ", StringComparison.Ordinal))
            .MaxBy(w => w.Length);
        return beginning is null || folded.Length > 60 ? null : Words[beginning];
    }

    private static void Add(RosterColumn column, params string[] words)
    {
        foreach (string word in words) Words[Folding.Fold(word)] = column;
    }

    [GeneratedRegex(@"\([^)]*\)|\*")]
    private static partial Regex Brackets();
}
