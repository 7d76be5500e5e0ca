namespace NtmServerless.Rehearsal.Cast;

/// <summary>Villages of the rehearsed communes: names of the kind that the district has, given out by the rehearsal.</summary>
internal static class Villages
{
    public const int PerCommune = 6;

    private static readonly string[] Names =
    [
        "Nà Mon", "Pò Cháu", "Khuổi Hái", "Cốc Toòng", "Bản Lành", "Nà Sla", "Tềnh Chè", "Kéo Tào", "Pác Lùng", "Bản Rọi", "Nà Ca", "Khòn Pát",
        "Pò Nghiều", "Cò Mìn", "Nà Pán", "Bản Đuốc", "Khuổi Mươi", "Slam Kha", "Co Chí", "Nà Làng", "Pò Mã", "Bản Héc", "Tát Uẩn", "Lục Luông",
    ];

    public static string[] Of(string unitId)
    {
        // The same villages at every run: the id decides, not a hash that differs between processes.
        int first = unitId.Aggregate(7, (sum, c) => (sum * 31 + c) % 9973) % Names.Length;
        return [.. Enumerable.Range(0, PerCommune).Select(i => $"Thôn {Names[(first + i * 5) % Names.Length]}")];
    }
}
