using System.Collections.Frozen;
using System.Globalization;

namespace NtmServerless.Domain.People;

/// <summary>
/// The 54 ethnic groups of the country (Decision 121-TCTK/PPCĐ of 02/03/1979), so that "Tày", "tày" and "TAY" of several lists are counted as one.
/// </summary>
public static class EthnicGroups
{
    private static readonly string[] Official =
    [
        "Kinh", "Tày", "Thái", "Hoa", "Khơ-me", "Mường", "Nùng", "Mông", "Dao", "Gia-rai", "Ngái", "Ê-đê", "Ba-na", "Xơ-đăng", "Sán Chay", "Cơ-ho", "Chăm",
        "Sán Dìu", "Hrê", "Mnông", "Ra-glai", "Xtiêng", "Bru-Vân Kiều", "Thổ", "Giáy", "Cơ-tu", "Gié-Triêng", "Mạ", "Khơ-mú", "Co", "Tà-ôi", "Chơ-ro", "Kháng",
        "Xinh-mun", "Hà Nhì", "Chu-ru", "Lào", "La Chí", "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y",
        "Si La", "Pu Péo", "Brâu", "Ơ-đu", "Rơ-măm",
    ];

    private static readonly FrozenDictionary<string, string> ByKey = Official.Select(name => KeyValuePair.Create(KeyOf(name), name))
        .Append(KeyValuePair.Create("hmong", "Mông")).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How a group is called in counts: by its official spelling; one that is not on the list as it was written, with capitals like them.</summary>
    public static string Named(string written)
    {
        if (ByKey.TryGetValue(KeyOf(written), out string? name)) return name;
        string[] words = written.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLower(CultureInfo.InvariantCulture)));
    }

    /// <summary>Counts by group, with one line for each however it was written.</summary>
    public static IReadOnlyDictionary<string, int> Together(IEnumerable<KeyValuePair<string, int>> counts)
    {
        Dictionary<string, int> together = new(StringComparer.Ordinal);
        foreach ((string written, int count) in counts)
            together[Named(written)] = together.GetValueOrDefault(Named(written)) + count;
        return together;
    }

    // "Ê đê", "Ê-đê" and "Êđê" are one.
    private static string KeyOf(string name) => Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);
}
